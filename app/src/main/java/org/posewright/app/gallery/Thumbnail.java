package org.posewright.app.gallery;

import java.util.Optional;
import java.util.OptionalDouble;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;

/**
 * What a tile shows besides the pixels.
 *
 * @param record labels to draw; empty until they are read
 * @param mark what somebody did to the picture
 * @param oks mean OKS of label and model; empty while not compared
 */
public record Thumbnail(ImageKey key, Optional<ImageRecord> record, Mark mark, OptionalDouble oks) {

    /** Work done on a picture, drawn as a small sign. */
    public enum Mark {
        NONE,
        EDITED,
        REVIEWED,
        FLAGGED
    }
}
