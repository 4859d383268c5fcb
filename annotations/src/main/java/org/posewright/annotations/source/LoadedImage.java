package org.posewright.annotations.source;

import java.util.List;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;

/**
 * A picture's labels as read.
 *
 * @param findings problems of its label file and its picture header
 */
public record LoadedImage(ImageRecord image, ImageOrigin origin, List<Finding> findings) {

    /** Stands for the size of a picture that cannot be read and whose size nobody states. */
    public static final ImageSize UNKNOWN_SIZE = new ImageSize(1, 1);

    public LoadedImage {
        findings = List.copyOf(findings);
    }

    /** Whether pixels of this picture mean something. */
    public boolean hasKnownSize() {
        return hasKnownSize(image);
    }

    /** Whether pixels of this picture mean something. */
    public static boolean hasKnownSize(ImageRecord image) {
        return !image.size().equals(UNKNOWN_SIZE);
    }
}
