package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.DatasetTruth;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnosis;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;

/**
 * What labels and predictions of a split say about each other, at one state of the labels. Immutable.
 *
 * @param split its name as the person sees it
 * @param evaluation over all predictions: COCO's numbers
 * @param confidence from which predictions are believed
 * @param diagnosis of the believed predictions
 * @param cases the work queue of people and predictions, worst first
 * @param report the slower views; empty until they are worked out for this state
 */
public record SplitEvaluation(
        String split,
        PredictionSet predictions,
        DatasetTruth truth,
        Evaluation evaluation,
        double confidence,
        ErrorDiagnosis diagnosis,
        List<WorkCase> cases,
        Optional<EvaluationReport> report) {

    public SplitEvaluation {
        cases = List.copyOf(cases);
    }

    public CocoSummary coco() {
        return evaluation.summary();
    }

    public Skeleton skeleton() {
        return truth.skeleton();
    }

    /** How single people are compared: under the same sigmas and areas as the split. */
    public ComparisonRule rule() {
        return ComparisonRule.forDisplay(truth.skeleton(), truth.areaRule());
    }

    /** The labels of all pictures that the evaluation rests on. */
    List<ImageRecord> images() {
        return IntStream.range(0, truth.imageCount()).mapToObj(truth::image).toList();
    }

    /** The labels of a picture that the evaluation rests on. */
    public Optional<ImageRecord> record(ImageKey key) {
        int index = truth.imageIndex(key);
        return index < 0 ? Optional.empty() : Optional.of(truth.image(index));
    }

    public List<PosePrediction> believed(ImageKey key) {
        return predictions.believed(key, confidence);
    }

    /** People that no evaluator counts: crowds and people without labelled points. */
    public long ignoredPeople() {
        long ignored = 0;
        for (int i = 0; i < truth.imageCount(); i++) {
            ignored += truth.image(i).people().stream()
                    .filter(PersonInstance::isIgnoredByEvaluator)
                    .count();
        }
        return ignored;
    }

    SplitEvaluation with(EvaluationReport worked) {
        return new SplitEvaluation(
                split, predictions, truth, evaluation, confidence, diagnosis, cases, Optional.of(worked));
    }
}
