package org.posewright.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.DatasetTruth;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.ultralytics.ConfusionMatrix;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsCurves;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsPoseMetric;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsRule;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.decode.DecodeSettings;
import org.posewright.runtime.decode.FloatTensor;
import org.posewright.runtime.decode.OutputLayout;
import org.posewright.runtime.decode.PoseDecoder;
import org.posewright.runtime.decode.PoseHead;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.preprocess.PaddingRule;
import org.posewright.training.data.ValidationBatches;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.loss.LossItems;
import org.posewright.training.loss.PoseLoss;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.network.Torch;

/**
 * Runs a network over the validation pictures through the same decoding as prediction, and computes loss, Ultralytics' numbers and
 * COCO's. Works in single precision on a copy of the weights with folded normalisation.
 */
final class Validator implements AutoCloseable {

    private static final double DEFAULT_CONFIDENCE = 0.001;

    private final ValidationBatches batches;
    private final Skeleton skeleton;
    private final int categoryCount;
    private final DatasetTruth everything;
    private final PoseLoss loss;
    private final double confidence;
    private final SelectionOptions selection;
    private final PoseNetwork fused;
    private final PoseDecoder decoder;

    Validator(ValidationBatches batches, TrainingData data, PoseLoss loss, NetworkSpec spec, TrainingPlan plan) {
        this.batches = batches;
        this.loss = loss;
        skeleton = data.skeleton();
        categoryCount = data.categoryNames().size();
        everything = truth(batches.set().images());
        confidence = plan.arguments().isSet("conf") ? plan.arguments().number("conf") : DEFAULT_CONFIDENCE;
        selection = new SelectionOptions(
                confidence,
                plan.arguments().number("iou"),
                plan.arguments().integer("max_det"),
                plan.arguments().isTrue("single_cls"),
                Set.of(),
                PaddingRule.ULTRALYTICS_8_3);
        fused = PoseNetwork.createFused(spec, 0);
        decoder = PoseDecoder.of(
                new PoseHead(spec.classCount(), spec.keypointCount(), spec.keypointDimensions(), OutputLayout.RAW));
    }

    /**
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    ValidationResult validate(PoseNetwork weights, ProgressListener progress, CancellationToken token) {
        fused.load(weights.state());
        LossItems sum = LossItems.ZERO;
        Map<ImageKey, List<PosePrediction>> predictions = new LinkedHashMap<>();
        int validated = 0;
        for (int i = 0; i < batches.count(); i++) {
            token.throwIfCancelled();
            Optional<ValidationBatches.Batch> batch = batches.load(i);
            if (batch.isPresent()) {
                sum = sum.plus(validate(batch.get(), predictions));
                validated++;
            }
            progress.progress(i + 1, batches.count(), "validating");
        }
        if (validated == 0) {
            throw new TrainingException("none of the " + batches.set().size()
                    + " validation pictures can be read; replace the files or choose another split");
        }
        return result(sum.dividedBy(validated), predictions, token);
    }

    @SuppressWarnings("try")
    private LossItems validate(ValidationBatches.Batch batch, Map<ImageKey, List<PosePrediction>> predictions) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            HeadMaps<Tensor> maps = fused.forward(BatchStep.images(batch.pixels()));
            LossItems items =
                    BatchStep.evaluate(loss, maps, batch.pixels().targets()).items();
            FloatTensor output = floats(fused.decode(maps));
            for (int i = 0; i < batch.images().size(); i++) {
                DecodeSettings settings =
                        new DecodeSettings(confidence, fused.spec().classCount() > 1);
                PredictionCandidates candidates =
                        decoder.decode(output, i, batch.letterboxes().get(i), settings);
                predictions.put(batch.images().get(i).key(), Postprocess.select(candidates, selection));
            }
            return items;
        }
    }

    private static FloatTensor floats(Tensor tensor) {
        int[] shape = new int[(int) tensor.dim()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) tensor.size(i);
        }
        return new FloatTensor(shape, Torch.toFloats(tensor));
    }

    private ValidationResult result(
            LossItems loss, Map<ImageKey, List<PosePrediction>> predictions, CancellationToken token) {
        Map<ImageKey, List<PosePrediction>> byKey = new HashMap<>(predictions);
        DatasetTruth truth = truthOf(byKey);
        EvaluationInput input = input(truth, byKey);
        UltralyticsSummary ultralytics =
                metric().evaluate(input, index -> Optional.of(truth.image(index).size()), token);
        CocoSummary coco = new KeypointEvaluator(EvaluationParameters.coco(skeleton))
                .evaluate(input, ProgressListener.NONE, token)
                .summary();
        return new ValidationResult(loss, ultralytics, coco, predictions);
    }

    /** Precision and recall of a finished validation as curves. */
    UltralyticsCurves curves(ValidationResult result) {
        DatasetTruth truth = truthOf(result.predictions());
        return metric().curves(
                        input(truth, result.predictions()),
                        index -> Optional.of(truth.image(index).size()),
                        CancellationToken.NONE);
    }

    /** What the boxes of a finished validation were taken for. */
    ConfusionMatrix confusion(ValidationResult result) {
        DatasetTruth truth = truthOf(result.predictions());
        double least = confidence == DEFAULT_CONFIDENCE ? ConfusionMatrix.DEFAULT_CONFIDENCE : confidence;
        return metric().confusion(
                        input(truth, result.predictions()),
                        index -> Optional.of(truth.image(index).size()),
                        least,
                        CancellationToken.NONE);
    }

    private UltralyticsPoseMetric metric() {
        return new UltralyticsPoseMetric(UltralyticsRule.V8_3, LabelPolicy.EVERYBODY, skeleton);
    }

    /** The labels of the pictures that have been validated: a picture that cannot be read is no miss of the model. */
    private DatasetTruth truthOf(Map<ImageKey, List<PosePrediction>> predictions) {
        if (predictions.size() == everything.imageCount()) {
            return everything;
        }
        return truth(batches.set().images().stream()
                .filter(image -> predictions.containsKey(image.key()))
                .toList());
    }

    private DatasetTruth truth(List<ImageRecord> images) {
        return DatasetTruth.of(images, categoryCount, skeleton, AreaRule.SEGMENTATION);
    }

    /** Labels and predictions as evaluators take them. */
    private static EvaluationInput input(DatasetTruth truth, Map<ImageKey, List<PosePrediction>> predictions) {
        return new EvaluationInput(truth.truth(), truth.detections(key -> predictions.getOrDefault(key, List.of())));
    }

    ValidationBatches batches() {
        return batches;
    }

    @Override
    public void close() {
        fused.close();
    }
}
