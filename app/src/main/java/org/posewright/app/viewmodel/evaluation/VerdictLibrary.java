package org.posewright.app.viewmodel.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import org.posewright.annotations.evaluation.suspect.VerdictBook;

/** Keeps verdicts with a dataset. Slow: for jobs. A test replaces it. */
public interface VerdictLibrary {

    /**
     * Verdicts of earlier sessions; empty when there are none.
     *
     * @param folder where the dataset's journal lies, which can be written even when the dataset cannot
     * @throws IOException naming the file that cannot be read
     */
    VerdictBook read(Path folder) throws IOException;

    /**
     * @throws IOException naming the file that cannot be written
     */
    void write(Path folder, VerdictBook verdicts) throws IOException;
}
