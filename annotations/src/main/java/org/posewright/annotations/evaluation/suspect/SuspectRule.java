package org.posewright.annotations.evaluation.suspect;

import org.posewright.annotations.evaluation.AreaRule;

/**
 * When a model's word counts against a label.
 *
 * @param areaRule what OKS divides by
 * @param personScore detections from here on are believed to be people
 * @param pointConfidence points from here on are believed
 * @param flagConfidence points from here on are believed to be in sight
 */
public record SuspectRule(AreaRule areaRule, double personScore, double pointConfidence, double flagConfidence) {

    public static final SuspectRule DEFAULT = new SuspectRule(AreaRule.SEGMENTATION, 0.5, 0.5, 0.85);

    /** This rule, believing no person below a score. */
    public SuspectRule believingFrom(double score) {
        return new SuspectRule(areaRule, Math.max(personScore, score), pointConfidence, flagConfidence);
    }
}
