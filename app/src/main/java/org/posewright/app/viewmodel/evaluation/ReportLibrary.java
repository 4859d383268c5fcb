package org.posewright.app.viewmodel.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.convert.ServerSubmission;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Writes what an evaluation found. Slow: for jobs. A test replaces it. */
public interface ReportLibrary {

    /** What can be written. */
    enum Format {
        /** All figures in full precision. */
        JSON,
        /** Tables: keypoints, and beside it cases, groups of people, and verdicts where there are any. */
        CSV,
        /** One page with charts and pictures, without network and scripts. */
        HTML;

        /** File name pattern. */
        public String pattern() {
            return "*." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Writes a report.
     *
     * @param result with its report worked out
     * @param verdicts what the person who looked decided
     * @throws IOException naming the file that cannot be written or read
     */
    void write(
            SplitEvaluation result,
            VerdictBook verdicts,
            Format format,
            Path file,
            ProgressListener progress,
            CancellationToken token)
            throws IOException;

    /**
     * Writes the files for COCO's server.
     *
     * @return the zip
     * @throws IOException naming the file that cannot be written
     */
    Path submit(ServerSubmission submission, List<ImageDetections> images, Path folder) throws IOException;
}
