package org.posewright.annotations.evaluation;

import java.util.List;
import org.posewright.annotations.model.Skeleton;

/**
 * How labels and predictions of an open picture are compared.
 *
 * @param minOks a prediction below it with every person counts as extra, a person as missed
 * @param maxDetections how many of the best predictions take part
 */
public record ComparisonRule(Skeleton skeleton, AreaRule areaRule, double minOks, int maxDetections) {

    /** Ronchi and Perona's threshold for "this detection means that person". */
    public static final double LOCALISATION_OKS = 0.1;

    private static final int DISPLAY_MAX_DETECTIONS = 300;

    /** COCO areas where known, pairs from OKS 0.1 on, every prediction. */
    public static ComparisonRule forDisplay(Skeleton skeleton, AreaRule areaRule) {
        return new ComparisonRule(skeleton, areaRule, LOCALISATION_OKS, DISPLAY_MAX_DETECTIONS);
    }

    EvaluationParameters parameters() {
        return new EvaluationParameters(
                Oks.of(skeleton), new double[] {minOks}, new double[] {0, 1}, List.of(AreaRange.ALL), maxDetections);
    }
}
