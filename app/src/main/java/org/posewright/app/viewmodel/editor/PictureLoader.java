package org.posewright.app.viewmodel.editor;

import java.nio.file.Path;

/** Reads pictures for the screen, with the decoder that the model uses. Called off the FX thread. */
@FunctionalInterface
public interface PictureLoader {

    /**
     * @throws Exception naming the file when it cannot be read
     */
    Picture load(Path file) throws Exception;
}
