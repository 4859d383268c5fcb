package org.posewright.annotations.save;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.posewright.annotations.edit.UnsavedImage;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.source.ImageOrigin.CocoImage;
import org.posewright.annotations.source.ImageOrigin.Unsavable;
import org.posewright.annotations.source.ImageOrigin.YoloRows;
import org.posewright.annotations.storage.FileFingerprint;

/** Remembers where the labels of each picture came from. Thread-safe. */
final class LabelOrigins {

    private static final ImageOrigin UNKNOWN =
            new Unsavable("its labels were not read from a file that this program can write");

    private final Path root;
    private final Map<ImageKey, ImageOrigin> origins;

    /** Content of files that hold many pictures; newer than the fingerprints in the origins. */
    private final Map<Path, FileFingerprint> sharedFiles = new ConcurrentHashMap<>();

    /**
     * @param pictures how many are expected; a table that grows while pictures arrive goes through all of them each time
     */
    LabelOrigins(Path root, int pictures) {
        this.origins = new ConcurrentHashMap<>(pictures);
        this.root = root.toAbsolutePath().normalize();
    }

    void put(ImageKey image, ImageOrigin origin) {
        origins.put(image, origin);
        if (origin instanceof CocoImage coco) {
            sharedFiles.merge(coco.file(), coco.fingerprint(), LabelOrigins::newer);
        }
    }

    /** Pictures may come from a reader that opened the file before this program wrote it. */
    private static FileFingerprint newer(FileFingerprint known, FileFingerprint other) {
        return known.modified().compareTo(other.modified()) > 0 ? known : other;
    }

    ImageOrigin of(ImageKey image) {
        return origins.getOrDefault(image, UNKNOWN);
    }

    FileFingerprint shared(CocoImage coco) {
        return sharedFiles.getOrDefault(coco.file(), coco.fingerprint());
    }

    /** Groups pictures by label file, in order of appearance; those without one are under no file. */
    Map<Optional<Path>, List<PlannedImage>> byFile(Collection<UnsavedImage> images) {
        Map<Optional<Path>, List<PlannedImage>> groups = new LinkedHashMap<>();
        for (UnsavedImage image : images) {
            PlannedImage planned = new PlannedImage(image, of(image.current().key()));
            Optional<Path> file =
                    planned.origin() instanceof CocoImage coco && coco.imageId().isEmpty()
                            ? Optional.empty()
                            : planned.origin().labelFile();
            groups.computeIfAbsent(file, added -> new ArrayList<>()).add(planned);
        }
        return groups;
    }

    /** Why a picture cannot be saved. */
    static String reason(ImageOrigin origin) {
        return origin instanceof Unsavable unsavable
                ? unsavable.reason()
                : "the annotation file does not list the picture; add it to \"images\" there first";
    }

    /** How the journal names what a file held when the labels were read. */
    LabelVersion version(ImageOrigin origin) {
        if (origin instanceof YoloRows yolo) {
            return version(yolo.file(), yolo.fingerprint());
        }
        return origin instanceof CocoImage coco
                ? version(coco.file(), Optional.of(coco.fingerprint()))
                : LabelVersion.NONE;
    }

    LabelVersion version(Path file, Optional<FileFingerprint> fingerprint) {
        Path absolute = file.toAbsolutePath().normalize();
        String name = absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
        String portable = name.replace('\\', '/');
        return fingerprint
                .map(print -> LabelVersion.of(portable, print.sizeBytes(), print.contentHash()))
                .orElseGet(() -> LabelVersion.absent(portable));
    }
}
