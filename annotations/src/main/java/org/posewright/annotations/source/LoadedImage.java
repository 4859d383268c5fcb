package org.posewright.annotations.source;

import java.util.List;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageRecord;

/**
 * A picture's labels as read.
 *
 * @param findings problems of its label file and its picture header
 */
public record LoadedImage(ImageRecord image, ImageOrigin origin, List<Finding> findings) {

    public LoadedImage {
        findings = List.copyOf(findings);
    }
}
