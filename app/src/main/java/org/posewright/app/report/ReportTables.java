package org.posewright.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.report.ReportCsv;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.storage.AtomicFiles;

/** Writes a report as CSV tables: the keypoints in the file that was named, further tables beside it. */
public final class ReportTables {

    private final AtomicFiles files;

    public ReportTables(AtomicFiles files) {
        this.files = files;
    }

    /**
     * Creates or replaces {@code name.csv}, {@code name-cases.csv} and {@code name-groups.csv}, and {@code name-verdicts.csv} when
     * there are verdicts.
     *
     * @param file of the keypoints
     */
    public void write(EvaluationReport report, VerdictBook verdicts, Path file) throws IOException {
        write(file, ReportCsv.keypoints(report));
        write(beside(file, "cases"), ReportCsv.keypointCases(report));
        write(beside(file, "groups"), ReportCsv.background(report.background()));
        if (!verdicts.verdicts().isEmpty()) {
            write(beside(file, "verdicts"), ReportCsv.verdicts(verdicts));
        }
    }

    private void write(Path file, List<String> lines) throws IOException {
        files.writeText(file, String.join("\n", lines) + "\n");
    }

    private static Path beside(Path file, String what) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(stem + "-" + what + ".csv");
    }
}
