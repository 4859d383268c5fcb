package org.posewright.annotations.evaluation;

/**
 * The keypoints of a list of detections in one array, which is shared and must not change.
 *
 * @param values x and y of each point, in pixels, {@code step} values apart
 * @param step 2, or 3 where a file's third value lies between
 */
public record PointArray(double[] values, int step, int keypointCount) {

    public PointArray {
        if (step < 2 || keypointCount < 1) {
            throw new IllegalArgumentException(keypointCount + " points of " + step + " values");
        }
    }

    /** Where the points of a detection begin. */
    int start(int detection) {
        return step * keypointCount * detection;
    }

    /** Area of the smallest box around all points of a detection, in square pixels. */
    double extentArea(int detection) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        int at = start(detection);
        for (int k = 0; k < keypointCount; k++, at += step) {
            left = Math.min(left, values[at]);
            right = Math.max(right, values[at]);
            top = Math.min(top, values[at + 1]);
            bottom = Math.max(bottom, values[at + 1]);
        }
        return (right - left) * (bottom - top);
    }
}
