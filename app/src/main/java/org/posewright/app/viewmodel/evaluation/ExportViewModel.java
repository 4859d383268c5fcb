package org.posewright.app.viewmodel.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.convert.ServerSubmission;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;

/** Takes the evaluation out of the window: reports, and results for COCO's server. */
public final class ExportViewModel {

    private final EvaluationViewModel evaluation;
    private final VerdictViewModel verdicts;
    private final ReportLibrary library;
    private final Surroundings surroundings;

    ExportViewModel(
            EvaluationViewModel evaluation,
            VerdictViewModel verdicts,
            ReportLibrary library,
            Surroundings surroundings) {
        this.evaluation = evaluation;
        this.verdicts = verdicts;
        this.library = library;
        this.surroundings = surroundings;
    }

    /** Whether the slower views are there, which reports need. */
    public ObservableValue<Boolean> canReport() {
        return evaluation
                .resultProperty()
                .map(result -> result.report().isPresent())
                .orElse(false);
    }

    /** Whether there is something for the server. */
    public ObservableValue<Boolean> canSubmit() {
        return evaluation.resultProperty().map(result -> true).orElse(false);
    }

    /** A file name that says what is in it. */
    public String suggestedName(ReportLibrary.Format format) {
        return evaluation
                        .result()
                        .map(result -> result.predictions().name().replaceFirst("\\.[^.]*$", "") + "-" + result.split())
                        .orElse("evaluation")
                + format.pattern().substring(1);
    }

    /**
     * Writes a report.
     *
     * @param onWritten told the title and the file
     */
    public void report(ReportLibrary.Format format, Path file, BiConsumer<String, Path> onWritten) {
        VerdictBook decided = verdicts.bookProperty().get();
        evaluation.result().filter(result -> result.report().isPresent()).ifPresent(result -> surroundings
                .tasks()
                .submit(TaskRequest.<Boolean>shown(
                                text("task.write-report", file.getFileName()), Lane.BATCH, (progress, token) -> {
                                    library.write(result, decided, format, file, progress, token);
                                    return true;
                                })
                        .onSuccess(written -> onWritten.accept(text("export.written"), file))
                        .onFailure(failure -> surroundings.onFailure().accept(text("error.write-report"), failure))));
    }

    /** Which pictures are written for the server, and what boxes would do to the sizes of these predictions. */
    public String describeSubmission() {
        return evaluation
                .result()
                .map(result -> text(
                        "submit.what",
                        result.truth().imageCount(),
                        result.split(),
                        ServerSubmission.changingSize(detections(result)),
                        result.evaluation().input().detections().detectionCount()))
                .orElse("");
    }

    /** Writes results for COCO's server. */
    public void submit(ServerSubmission submission, Path folder, BiConsumer<String, Path> onWritten) {
        evaluation.result().ifPresent(result -> surroundings
                .tasks()
                .submit(TaskRequest.<Path>shown(
                                text("task.write-report", submission.stem()),
                                Lane.BATCH,
                                (progress, token) -> library.submit(submission, detections(result), folder))
                        .onSuccess(zip -> onWritten.accept(text("export.written"), zip))
                        .onFailure(failure -> surroundings.onFailure().accept(text("error.write-report"), failure))));
    }

    private static List<ImageDetections> detections(SplitEvaluation result) {
        List<ImageDetections> images = new ArrayList<>();
        for (int i = 0; i < result.truth().imageCount(); i++) {
            ImageRecord image = result.truth().image(i);
            images.add(ImageDetections.of(image, result.predictions().of(image.key())));
        }
        return images;
    }

    private String text(String key, Object... arguments) {
        return surroundings.messages().text(key, arguments);
    }
}
