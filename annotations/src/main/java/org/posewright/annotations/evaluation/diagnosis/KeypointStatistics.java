package org.posewright.annotations.evaluation.diagnosis;

/**
 * How well one keypoint is found, over the labelled points of matched people. Figures are NaN when there are none.
 *
 * @param labeledCount labelled points of matched people
 * @param meanSimilarity mean keypoint similarity
 * @param medianDistancePixels median distance between label and prediction
 * @param medianRelativeDistance median of distance over the square root of the person's area
 * @param ap COCO's AP as if people had this point only; -1 when nobody has it labelled
 */
public record KeypointStatistics(
        int keypoint,
        long labeledCount,
        double meanSimilarity,
        double medianDistancePixels,
        double medianRelativeDistance,
        double ap) {}
