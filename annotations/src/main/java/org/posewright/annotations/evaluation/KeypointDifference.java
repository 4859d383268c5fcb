package org.posewright.annotations.evaluation;

/**
 * One keypoint of a person beside the prediction's.
 *
 * @param keypoint index in the skeleton
 * @param counted whether the point enters the OKS of the person; an unlabelled one does not
 * @param distancePixels between label and prediction; NaN when not counted
 * @param similarity exp(-e), the point's own OKS; NaN when not counted
 * @param oksLoss what this point takes from a perfect OKS; the losses of a person add up to 1 - OKS; 0 when not counted
 */
public record KeypointDifference(
        int keypoint, boolean counted, double distancePixels, double similarity, double oksLoss) {}
