package org.posewright.annotations.evaluation.diagnosis;

import org.posewright.annotations.evaluation.AreaRange;

/**
 * Thresholds of the diagnosis, as keypoint similarities unless said otherwise.
 *
 * @param goodSimilarity from here on a point is good: human agreement
 * @param nearSimilarity from here on a point is near an annotated one
 * @param matchOks OKS from which a detection means a person
 * @param scoringOks OKS from which detections compete for a person's score
 * @param areaRange people outside are left out
 */
public record DiagnosisRule(
        double goodSimilarity, double nearSimilarity, double matchOks, double scoringOks, AreaRange areaRange) {

    /** The paper's thresholds over people of every size, so that the sums agree with COCO's "all". */
    public static final DiagnosisRule ALL_SIZES = new DiagnosisRule(0.85, 0.5, 0.1, 0.5, AreaRange.ALL);

    /** The same over the sizes of the paper's tool, which leaves out people below 32² pixels. */
    public static final DiagnosisRule PAPER_SIZES =
            new DiagnosisRule(0.85, 0.5, 0.1, 0.5, new AreaRange("all", 32 * 32, 1e10));
}
