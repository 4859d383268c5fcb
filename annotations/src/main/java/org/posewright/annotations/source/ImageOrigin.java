package org.posewright.annotations.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.storage.FileFingerprint;
import org.posewright.annotations.yolo.RowOrder;

/** Where the labels of a picture came from: what a save needs to know. */
public sealed interface ImageOrigin {

    /** The label file; a save may have to create it. */
    Optional<Path> labelFile();

    /**
     * A YOLO label file.
     *
     * @param file where it is or would be
     * @param fingerprint of the bytes as read; empty when there was no file
     * @param rows which person stands on which line
     * @param skeleton of the rows, which tells their columns
     */
    record YoloRows(Path file, Optional<FileFingerprint> fingerprint, RowOrder rows, Skeleton skeleton)
            implements ImageOrigin {
        @Override
        public Optional<Path> labelFile() {
            return Optional.of(file);
        }
    }

    /**
     * An image of a COCO file.
     *
     * @param fingerprint of the file as read
     * @param imageId {@code images[].id}; empty for a picture that the file does not list
     */
    record CocoImage(Path file, FileFingerprint fingerprint, OptionalLong imageId) implements ImageOrigin {
        @Override
        public Optional<Path> labelFile() {
            return Optional.of(file);
        }
    }

    /**
     * Labels cannot be saved for this picture, because they could not be read (its people are not known) or have no place.
     *
     * @param reason one sentence for the person who wants to save
     */
    record Unsavable(String reason) implements ImageOrigin {
        @Override
        public Optional<Path> labelFile() {
            return Optional.empty();
        }
    }
}
