package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.DatasetTruth;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.ultralytics.ImageSizes;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsPoseMetric;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsRule;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.source.DatasetKind;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.SplitPredictor.Geometry;
import org.posewright.app.inference.SplitPredictor.Predictions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;

/**
 * Validates a model on a split: COCO's ten numbers and Ultralytics' own. COCO's rest on a COCO file where one describes the split,
 * otherwise on the labels with areas of 0.53 x box.
 */
public final class Validation {

    private final PoseModel model;
    private final ValidationSettings settings;

    public Validation(PoseModel model, ValidationSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * @throws PoseModelException if the model's keypoints are not the dataset's
     * @throws IOException if a label file cannot be read
     */
    public ValidationResult run(
            DatasetSource source, List<ImageEntry> split, ProgressListener progress, CancellationToken token)
            throws IOException {
        SkeletonFit.require(model.descriptor().file(), model, source.description());
        DatasetSource.LoadedDataset own = source.loadAll(split, ProgressListener.NONE, token);
        Optional<CocoCompanion> companion = CocoCompanion.of(source, split);
        DatasetSource.LoadedDataset exact = companion.isEmpty()
                ? own
                : companion.get().source().loadAll(companion.get().entries(), ProgressListener.NONE, token);
        Predictions predictions =
                new SplitPredictor(model, settings, Geometry.PREDICTION).predict(files(exact), progress, token);
        boolean stated = companion.isPresent() || source.description().kind() == DatasetKind.COCO;
        EvaluationInput input =
                input(exact.dataset(), predictions, stated ? AreaRule.SEGMENTATION : AreaRule.BOX_SHARE);
        List<Finding> findings = new ArrayList<>(own.findings());
        findings.addAll(predictions.findings());
        return new ValidationResult(
                coco(exact.dataset(), input, token),
                basis(exact.dataset().images().size(), companion.isPresent(), stated),
                companion.isPresent() ? listed(own.dataset(), exact.dataset(), input, token) : Optional.empty(),
                settings.ultralytics()
                        ? Optional.of(ultralytics(own, source.description().kind(), progress, token))
                        : Optional.empty(),
                detections(exact.dataset(), predictions),
                findings,
                predictions.report());
    }

    private static List<Path> files(DatasetSource.LoadedDataset labeled) {
        return labeled.dataset().images().stream()
                .map(ImageRecord::file)
                .distinct()
                .toList();
    }

    private static EvaluationInput input(Dataset dataset, Predictions predictions, AreaRule rule) {
        DatasetTruth truth = DatasetTruth.of(
                dataset.images(), Math.max(1, dataset.categoryNames().size()), dataset.skeleton(), rule);
        return new EvaluationInput(
                truth.truth(),
                truth.detections(
                        key -> predictions.of(truth.image(truth.imageIndex(key)).file())));
    }

    private static CocoSummary coco(Dataset dataset, EvaluationInput input, CancellationToken token) {
        return new KeypointEvaluator(EvaluationParameters.coco(dataset.skeleton()))
                .evaluate(input, ProgressListener.NONE, token)
                .summary();
    }

    /** On the pictures of the YOLO list alone, when COCO's file lists more. */
    private static Optional<CocoSummary> listed(
            Dataset own, Dataset exact, EvaluationInput input, CancellationToken token) {
        Set<Path> wanted = new LinkedHashSet<>();
        own.images().forEach(image -> wanted.add(image.file()));
        List<ImageRecord> both = exact.images().stream()
                .filter(image -> wanted.contains(image.file()))
                .toList();
        boolean everyIdKnown = both.stream().allMatch(image -> image.cocoId().isPresent());
        if (both.size() == exact.images().size() || !everyIdKnown) {
            return Optional.empty();
        }
        long[] ids =
                both.stream().mapToLong(image -> image.cocoId().orElseThrow()).toArray();
        return Optional.of(coco(exact, input.restrictedTo(ids), token));
    }

    private UltralyticsSummary ultralytics(
            DatasetSource.LoadedDataset labeled, DatasetKind kind, ProgressListener progress, CancellationToken token) {
        Dataset own = labeled.dataset();
        Predictions predictions =
                new SplitPredictor(model, settings, Geometry.VALIDATION).predict(files(labeled), progress, token);
        DatasetTruth truth = DatasetTruth.of(
                own.images(), Math.max(1, own.categoryNames().size()), own.skeleton(), AreaRule.BOX_SHARE);
        EvaluationInput input = new EvaluationInput(
                truth.truth(),
                truth.detections(
                        key -> predictions.of(truth.image(truth.imageIndex(key)).file())));
        ImageSizes sizes = index -> predictions.size(truth.image(index).file());
        // A YOLO label file says itself who counts; a COCO file is converted as for the published figures.
        LabelPolicy policy = kind == DatasetKind.COCO ? LabelPolicy.WITH_KEYPOINTS : LabelPolicy.EVERYBODY;
        return new UltralyticsPoseMetric(UltralyticsRule.V8_3, policy, own.skeleton()).evaluate(input, sizes, token);
    }

    private static List<ImageDetections> detections(Dataset dataset, Predictions predictions) {
        return dataset.images().stream()
                .map(image -> ImageDetections.of(image, predictions.of(image.file())))
                .toList();
    }

    private static String basis(int pictures, boolean companion, boolean stated) {
        String areas = stated ? "areas from the file's segmentation" : "areas 0.53 x box, since YOLO labels have none";
        String labels = companion
                ? "all " + pictures + " pictures of the COCO file beside the labels"
                : pictures + " pictures of the split";
        return labels + ", " + areas;
    }
}
