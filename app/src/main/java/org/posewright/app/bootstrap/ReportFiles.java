package org.posewright.app.bootstrap;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.convert.ServerSubmission;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.report.ReportJson;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.report.CasePictures;
import org.posewright.app.report.HtmlReport;
import org.posewright.app.report.ReportPicture;
import org.posewright.app.report.ReportTables;
import org.posewright.app.viewmodel.evaluation.ReportLibrary;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** Writes reports of an evaluation as files, each whole or not at all. */
final class ReportFiles implements ReportLibrary {

    private static final int PICTURES = 12;

    private final AtomicFiles files = new AtomicFiles();

    @Override
    public void write(
            SplitEvaluation result,
            VerdictBook verdicts,
            Format format,
            Path file,
            ProgressListener progress,
            CancellationToken token)
            throws IOException {
        EvaluationReport report = result.report().orElseThrow();
        switch (format) {
            case JSON -> {
                StringWriter text = new StringWriter();
                ReportJson.write(report.evaluation(), Optional.of(report), verdicts, text);
                files.writeText(file, text.toString());
            }
            case CSV -> new ReportTables(files).write(report, verdicts, file);
            case HTML -> files.writeText(file, html(result, verdicts, progress, token));
        }
    }

    @Override
    public Path submit(ServerSubmission submission, List<ImageDetections> images, Path folder) throws IOException {
        return submission.write(files, folder, images, true);
    }

    private static String html(
            SplitEvaluation result, VerdictBook verdicts, ProgressListener progress, CancellationToken token)
            throws IOException {
        EvaluationReport report = result.report().orElseThrow();
        List<ReportPicture> pictures = new CasePictures(
                        report,
                        index -> Optional.of(result.truth().image(index).file()).filter(Files::isRegularFile))
                .worst(PICTURES, progress, token);
        String title = result.predictions().name() + " on " + result.split();
        return new HtmlReport(report, title, pictures, verdicts).html();
    }
}
