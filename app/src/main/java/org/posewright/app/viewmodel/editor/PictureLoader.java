package org.posewright.app.viewmodel.editor;

import java.nio.file.Path;
import org.posewright.annotations.model.ImageSize;

/** Reads pictures for the screen, with the decoder that the model uses. Called off the FX thread. */
@FunctionalInterface
public interface PictureLoader {

    /**
     * @param frame size of the picture as far as it is known
     * @throws Exception naming the file when it cannot be read
     */
    Picture load(Path file, ImageSize frame) throws Exception;
}
