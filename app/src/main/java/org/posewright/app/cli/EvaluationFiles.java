package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.convert.CocoEvaluationInput;
import org.posewright.annotations.convert.CocoFilePair;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * A pair of files, read and checked for evaluation. Knows nothing of the argument parser, so that {@link QuickEvaluation} can do
 * without it.
 *
 * @param labels the annotation file, read to its end
 * @param all labels and detections on all images
 */
record EvaluationFiles(CocoFile labels, EvaluationInput all) {

    /**
     * @throws CommandFailure naming the file that cannot be used and why
     * @throws IOException if one cannot be read
     */
    static EvaluationFiles read(Path labelFile, Path resultsFile) throws IOException {
        requireReadable(labelFile, "gt");
        requireReadable(resultsFile, "results");
        CocoFilePair pair = CocoFilePair.read(labelFile, resultsFile);
        CocoFile labels = pair.labels();
        if (!labels.isComplete() || labels.images().isEmpty()) {
            throw new CommandFailure(labels.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .findFirst()
                    .map(finding -> sentence(labelFile, finding))
                    .orElse(labelFile + " lists no images; choose a COCO annotation file"));
        }
        Optional<Finding> broken = pair.results().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst();
        if (broken.isPresent()) {
            throw new CommandFailure(sentence(resultsFile, broken.get()));
        }
        return new EvaluationFiles(labels, CocoEvaluationInput.of(labels.groundTruth(), pair.results()));
    }

    /** The file's skeleton; sigmas of numbered points when the labels have another number of points. */
    Skeleton skeleton() {
        int count = all.truth().keypointCount();
        return labels.skeleton().size() == count ? labels.skeleton() : Skeletons.numbered(count, 3);
    }

    /** Evaluates all images under the file's own sigmas. */
    Evaluation evaluate() {
        return evaluate(all, skeleton());
    }

    /**
     * Evaluates some or all of the images.
     *
     * @param skeleton with the sigmas to use
     */
    Evaluation evaluate(EvaluationInput input, Skeleton skeleton) {
        return new KeypointEvaluator(EvaluationParameters.coco(skeleton))
                .evaluate(input, ProgressListener.NONE, CancellationToken.NONE);
    }

    private static String sentence(Path file, Finding finding) {
        return file + ": " + finding.message() + "; " + finding.remedy();
    }

    private static void requireReadable(Path file, String argument) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(argument + "=" + file + " is not a file; name an existing JSON file");
        }
        if (!Files.isReadable(file)) {
            throw new CommandFailure(argument + "=" + file + " cannot be read; check its permissions");
        }
    }
}
