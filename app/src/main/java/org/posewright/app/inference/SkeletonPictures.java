package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageEncoder;
import org.posewright.runtime.image.PaintStyle;
import org.posewright.runtime.image.SkeletonPainter;

/** Copies of pictures with people drawn on them, by split. One object writes one folder, so that no copy takes another's place. */
public final class SkeletonPictures {

    private final Path folder;
    private final SkeletonPainter painter;
    private final ImageDecoder decoder = new ImageDecoder();
    private final ImageEncoder encoder = new ImageEncoder();
    private final Set<Path> used = new HashSet<>();

    public SkeletonPictures(Skeleton skeleton, Path folder) {
        this.folder = folder;
        this.painter = new SkeletonPainter(skeleton, PaintStyle.DEFAULTS);
    }

    /**
     * Writes one copy with the people of the record and these predictions.
     *
     * @throws org.posewright.runtime.image.ImageReadException if the picture cannot be read
     * @throws IOException if the copy cannot be written
     */
    public void draw(ImageRecord image, List<PosePrediction> predictions) throws IOException {
        encoder.write(painter.paint(decoder.decode(image.file()).frame(), image.people(), predictions), target(image));
    }

    /** By the picture's name; pictures of the same name in several folders get their folders' names too. */
    private Path target(ImageRecord image) {
        Path split = folder.resolve(image.split());
        Path target = DrawnFiles.target(split, image.file());
        if (!used.add(target)) {
            String flat = image.key().path().replaceAll("[/\\\\:]+", "_");
            target = DrawnFiles.target(split, Path.of(flat));
            used.add(target);
        }
        return target;
    }
}
