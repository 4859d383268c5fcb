package org.posewright.annotations.save;

import org.posewright.annotations.edit.UnsavedImage;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageOrigin;

/** A picture to be written and where its labels came from. */
record PlannedImage(UnsavedImage labels, ImageOrigin origin) {

    ImageKey key() {
        return labels.current().key();
    }
}
