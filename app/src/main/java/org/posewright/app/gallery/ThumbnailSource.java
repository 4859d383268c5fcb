package org.posewright.app.gallery;

import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Skeleton;

/** Tells the grid about pictures; asked on the FX thread for those on the screen only. */
public interface ThumbnailSource {

    Thumbnail thumbnail(ImageKey key);

    Skeleton skeleton();
}
