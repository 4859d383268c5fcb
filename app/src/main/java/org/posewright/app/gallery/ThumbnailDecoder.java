package org.posewright.app.gallery;

import javafx.scene.image.Image;
import org.posewright.annotations.model.ImageKey;

/** Makes a small picture; called off the FX thread. */
@FunctionalInterface
public interface ThumbnailDecoder {

    /**
     * @param minimumSide length that the long side should reach
     * @throws Exception when the picture cannot be read
     */
    Image decode(ImageKey key, int minimumSide) throws Exception;
}
