package org.posewright.annotations.evaluation.report;

import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;
import org.posewright.annotations.evaluation.diagnosis.DiagnosisRule;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnoser;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnosis;
import org.posewright.annotations.evaluation.diagnosis.LocalisationReport;
import org.posewright.annotations.evaluation.diagnosis.RepairGains;
import org.posewright.annotations.evaluation.ultralytics.ImageSizes;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsPoseMetric;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsRule;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Everything that is said about one set of predictions, over all of them.
 *
 * @param confidence at the loosest OKS threshold, 0.5 for COCO
 */
public record EvaluationReport(
        Skeleton skeleton,
        Evaluation evaluation,
        UltralyticsSummary ultralytics,
        ErrorDiagnosis diagnosis,
        RepairGains gains,
        LocalisationReport localisation,
        BackgroundReport background,
        ConfidenceCurve confidence) {

    private static final int LOOSEST = 0;

    /**
     * Works out the views of a finished evaluation.
     *
     * @param sizes frames that Ultralytics' rule clips to
     * @param policy which people are labels to Ultralytics' metric
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static EvaluationReport of(
            Evaluation evaluation,
            Skeleton skeleton,
            ImageSizes sizes,
            LabelPolicy policy,
            ProgressListener listener,
            CancellationToken token) {
        UltralyticsSummary ultralytics = new UltralyticsPoseMetric(UltralyticsRule.V8_3, policy, skeleton)
                .evaluate(evaluation.input(), sizes, token);
        ErrorDiagnoser diagnoser = new ErrorDiagnoser(skeleton, DiagnosisRule.ALL_SIZES);
        return new EvaluationReport(
                skeleton,
                evaluation,
                ultralytics,
                diagnoser.diagnose(evaluation, token),
                diagnoser.gains(evaluation, listener, token),
                LocalisationReport.of(evaluation, DiagnosisRule.ALL_SIZES, listener, token),
                BackgroundReport.of(evaluation, DiagnosisRule.ALL_SIZES, token),
                ConfidenceCurve.of(evaluation, LOOSEST, token));
    }
}
