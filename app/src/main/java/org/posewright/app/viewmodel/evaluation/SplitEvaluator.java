package org.posewright.app.viewmodel.evaluation;

import java.util.Collection;
import java.util.List;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.DatasetTruth;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.diagnosis.DiagnosisRule;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnoser;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnosis;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Makes evaluations of a split, from scratch or from an earlier one. Stateless; for jobs. */
final class SplitEvaluator {

    private final Skeleton skeleton;
    private final AreaRule areaRule;
    private final int categoryCount;
    private final LabelPolicy labelPolicy;
    private final KeypointEvaluator evaluator;

    /**
     * @param skeleton with the sigmas to use
     */
    SplitEvaluator(Skeleton skeleton, AreaRule areaRule, int categoryCount, LabelPolicy labelPolicy) {
        this.skeleton = skeleton;
        this.areaRule = areaRule;
        this.categoryCount = Math.max(1, categoryCount);
        this.labelPolicy = labelPolicy;
        this.evaluator = new KeypointEvaluator(EvaluationParameters.coco(skeleton));
    }

    Skeleton skeleton() {
        return skeleton;
    }

    /**
     * Evaluates predictions against labels.
     *
     * @throws EvaluationException if the predictions are of another skeleton
     */
    SplitEvaluation evaluate(
            String split,
            List<ImageRecord> images,
            PredictionSet predictions,
            double confidence,
            ProgressListener progress,
            CancellationToken token) {
        requireSameSkeleton(predictions);
        DatasetTruth truth = DatasetTruth.of(images, categoryCount, skeleton, areaRule);
        Evaluation evaluation = evaluate(truth, predictions, progress, token);
        return diagnosed(split, predictions, truth, evaluation, confidence, token);
    }

    /** Another result on the labels of an evaluation. */
    Evaluation evaluate(
            DatasetTruth truth, PredictionSet predictions, ProgressListener progress, CancellationToken token) {
        requireSameSkeleton(predictions);
        return evaluator.evaluate(
                new EvaluationInput(truth.truth(), truth.detections(predictions::of)), progress, token);
    }

    /** The same after an edit: only the edited pictures are matched again. */
    SplitEvaluation afterEdit(SplitEvaluation before, Collection<ImageRecord> edited, CancellationToken token) {
        DatasetTruth truth = before.truth().withEdited(edited);
        List<Long> ids = edited.stream()
                .map(ImageRecord::key)
                .filter(key -> truth.imageIndex(key) >= 0)
                .map(truth::imageId)
                .toList();
        if (ids.isEmpty()) {
            return before;
        }
        Evaluation evaluation = evaluator.reevaluate(before.evaluation(), truth.truth(), ids);
        return diagnosed(before.split(), before.predictions(), truth, evaluation, before.confidence(), token);
    }

    /** The same with another threshold for what is believed; COCO's numbers stay. */
    SplitEvaluation believing(SplitEvaluation before, double confidence, CancellationToken token) {
        SplitEvaluation changed =
                diagnosed(before.split(), before.predictions(), before.truth(), before.evaluation(), confidence, token);
        return before.report().map(changed::with).orElse(changed);
    }

    /** The slower views: error classes with their gains, Ultralytics' metric, figures of each keypoint. */
    EvaluationReport report(SplitEvaluation of, ProgressListener progress, CancellationToken token) {
        DatasetTruth truth = of.truth();
        return EvaluationReport.of(
                of.evaluation(),
                skeleton,
                index -> java.util.Optional.of(truth.image(index).size()),
                labelPolicy,
                progress,
                token);
    }

    private SplitEvaluation diagnosed(
            String split,
            PredictionSet predictions,
            DatasetTruth truth,
            Evaluation evaluation,
            double confidence,
            CancellationToken token) {
        EvaluationInput believed =
                evaluation.input().with(evaluation.input().detections().scoringAtLeast(confidence));
        ErrorDiagnosis diagnosis = new ErrorDiagnoser(skeleton, DiagnosisRule.ALL_SIZES)
                .diagnose(evaluator.evaluate(believed, ProgressListener.NONE, token), token);
        List<WorkCase> cases = new CaseFinder(truth, predictions, confidence).find(diagnosis, token);
        return new SplitEvaluation(
                split, predictions, truth, evaluation, confidence, diagnosis, cases, java.util.Optional.empty());
    }

    private void requireSameSkeleton(PredictionSet predictions) {
        for (var entry : predictions.byImage().entrySet()) {
            if (!entry.getValue().isEmpty()) {
                ImageKey any = entry.getKey();
                int predicted = predictions.of(any).get(0).keypoints().size();
                if (predicted != skeleton.size()) {
                    throw new EvaluationException(
                            predictions.name() + " predicts " + predicted + " keypoints a person but the labels have "
                                    + skeleton.size() + "; choose a model for this skeleton");
                }
                return;
            }
        }
    }
}
