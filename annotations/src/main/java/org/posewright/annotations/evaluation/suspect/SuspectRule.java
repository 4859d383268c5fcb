package org.posewright.annotations.evaluation.suspect;

import org.posewright.annotations.evaluation.AreaRule;

/**
 * When a model's word counts against a label.
 *
 * @param areaRule what OKS divides by
 * @param personScore detections from here on are believed to be people
 * @param pointConfidence points from here on are believed
 * @param flagConfidence points from here on are believed to be in sight
 * @param usualOks how well this model's predictions usually fit this dataset's labels, see {@link UsualAgreement}; 0 when unknown
 */
public record SuspectRule(
        AreaRule areaRule, double personScore, double pointConfidence, double flagConfidence, double usualOks) {

    /** For any model. */
    public static final SuspectRule DEFAULT = new SuspectRule(AreaRule.SEGMENTATION, 0.5, 0.5, 0.85, 0);

    private static final double LEAST_TRUSTED_OKS = 0.5;
    private static final double TRUSTED_SHARE_OF_USUAL = 0.85;

    /** This rule, believing no person below a score. */
    public SuspectRule believingFrom(double score) {
        return new SuspectRule(areaRule, Math.max(personScore, score), pointConfidence, flagConfidence, usualOks);
    }

    /** This rule for a model on a dataset. */
    public SuspectRule withUsualOks(double oks) {
        return new SuspectRule(areaRule, personScore, pointConfidence, flagConfidence, oks);
    }

    /** A prediction that fits the other points of a person this well may speak against one of them. */
    double trustedOks() {
        return Math.max(LEAST_TRUSTED_OKS, TRUSTED_SHARE_OF_USUAL * usualOks);
    }

    /** Whether a prediction fits better than half of its model's do. */
    boolean isGoodFit(double oks) {
        return usualOks > 0 && oks >= usualOks;
    }
}
