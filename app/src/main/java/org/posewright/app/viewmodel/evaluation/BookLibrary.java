package org.posewright.app.viewmodel.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Keeps something with a dataset: verdicts, corrections. Slow: for jobs. A test replaces it.
 *
 * @param <T> what is kept; immutable
 */
public interface BookLibrary<T> {

    /**
     * What earlier sessions left; an empty book when that is nothing.
     *
     * @param folder where the dataset's journal lies, which can be written even when the dataset cannot
     * @throws IOException naming the file that cannot be read
     */
    T read(Path folder) throws IOException;

    /**
     * @throws IOException naming the file that cannot be written
     */
    void write(Path folder, T book) throws IOException;
}
