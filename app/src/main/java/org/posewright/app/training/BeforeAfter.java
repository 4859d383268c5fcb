package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.DatasetTruth;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.compare.ImageChange;
import org.posewright.annotations.evaluation.compare.ResultComparison;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.ModelOpener;
import org.posewright.app.inference.PicturePredictions;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.training.argument.TrainingArguments;

/**
 * What a run changed on the pictures that it was not trained on.
 *
 * @param apBefore COCO's AP of the model that the run started from
 * @param changes each picture with people, worst regressions first
 */
public record BeforeAfter(Skeleton skeleton, double apBefore, double apAfter, List<Change> changes) {

    private static final double MIN_SCORE = 0.25;

    /** One picture with its labels and what both models see. */
    public record Change(
            ImageRecord image, ImageChange change, List<PosePrediction> before, List<PosePrediction> after) {}

    public BeforeAfter {
        changes = List.copyOf(changes);
    }

    /** Predicts the held-out pictures of a run with the model it began with and with its best weights. */
    public static BeforeAfter of(RunFiles run, ModelOpener opener, ProgressListener progress, CancellationToken token)
            throws IOException {
        TrainingArguments arguments = TrainingArguments.ofYaml(
                java.nio.file.Files.readString(run.folder().arguments()));
        Dataset heldOut = heldOut(arguments, token);
        List<Path> files = heldOut.images().stream().map(ImageRecord::file).toList();
        int side = arguments.integer("imgsz");
        Path model = Path.of(arguments.text("model"));
        Map<Path, List<PosePrediction>> before = predict(opener, model, side, files, progress, token);
        Map<Path, List<PosePrediction>> after = predict(opener, run.folder().bestOnnx(), side, files, progress, token);
        return compare(heldOut, before, after, token);
    }

    private static Dataset heldOut(TrainingArguments arguments, CancellationToken token) throws IOException {
        DatasetSource source = new DatasetRecognizer(Path.of(""))
                .open(OpenRequest.of(Path.of(arguments.text("data"))), ProgressListener.NONE, token);
        return source.loadAll(source.entries(arguments.text("split")), ProgressListener.NONE, token)
                .dataset();
    }

    private static Map<Path, List<PosePrediction>> predict(
            ModelOpener opener,
            Path model,
            int side,
            List<Path> files,
            ProgressListener progress,
            CancellationToken token) {
        try (PoseModel opened = opener.open(model, DeviceRequest.AUTO, RunPurpose.THROUGHPUT, token)) {
            return new PicturePredictions(opened, side).of(files, progress, token);
        }
    }

    static BeforeAfter compare(
            Dataset heldOut,
            Map<Path, List<PosePrediction>> before,
            Map<Path, List<PosePrediction>> after,
            CancellationToken token) {
        DatasetTruth truth = DatasetTruth.of(
                heldOut.images(), Math.max(1, heldOut.categoryNames().size()), heldOut.skeleton(), AreaRule.BOX_SHARE);
        EvaluationInput first = input(truth, before);
        EvaluationInput second = input(truth, after);
        EvaluationParameters parameters = EvaluationParameters.coco(heldOut.skeleton());
        KeypointEvaluator evaluator = new KeypointEvaluator(parameters);
        List<Change> changes = new ArrayList<>();
        for (ImageChange change : ResultComparison.changes(first, second, parameters, MIN_SCORE)) {
            ImageRecord image = truth.image(change.imageIndex());
            changes.add(new Change(image, change, confident(before, image), confident(after, image)));
        }
        return new BeforeAfter(
                heldOut.skeleton(),
                evaluator
                        .evaluate(first, ProgressListener.NONE, token)
                        .summary()
                        .ap(),
                evaluator
                        .evaluate(second, ProgressListener.NONE, token)
                        .summary()
                        .ap(),
                changes);
    }

    private static EvaluationInput input(DatasetTruth truth, Map<Path, List<PosePrediction>> people) {
        Map<Path, List<PosePrediction>> known = new HashMap<>(people);
        return new EvaluationInput(
                truth.truth(),
                truth.detections(key ->
                        known.getOrDefault(truth.image(truth.imageIndex(key)).file(), List.of())));
    }

    private static List<PosePrediction> confident(Map<Path, List<PosePrediction>> people, ImageRecord image) {
        return people.getOrDefault(image.file(), List.of()).stream()
                .filter(person -> person.score() >= MIN_SCORE)
                .toList();
    }
}
