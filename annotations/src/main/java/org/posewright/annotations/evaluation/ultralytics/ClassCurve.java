package org.posewright.annotations.evaluation.ultralytics;

import java.util.Arrays;

/** Precision and recall of one class over its detections, best score first. */
final class ClassCurve {

    static final int CONFIDENCES = 1000;
    private static final int AP_POINTS = 101;
    private static final double EPSILON = 1e-16;

    private final double[] scores;
    private final int[] rightMasks;
    private final int people;

    /**
     * @param scores descending
     * @param rightMasks bit t: right at threshold t
     * @param people labels of the class, at least one
     */
    ClassCurve(double[] scores, int[] rightMasks, int people) {
        this.scores = scores;
        this.rightMasks = rightMasks;
        this.people = people;
    }

    private double[] rightSoFar(int threshold) {
        double[] right = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < right.length; i++) {
            sum += rightMasks[i] >> threshold & 1;
            right[i] = sum;
        }
        return right;
    }

    private double[] recall(double[] right) {
        return Arrays.stream(right).map(r -> r / (people + EPSILON)).toArray();
    }

    private static double[] precision(double[] right) {
        double[] precision = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            precision[i] = right[i] / (i + 1);
        }
        return precision;
    }

    /** Area under the linearly interpolated envelope at 101 recalls; 0 without detections. */
    double averagePrecision(int threshold, UltralyticsRule rule) {
        if (scores.length == 0) {
            return 0;
        }
        double[] right = rightSoFar(threshold);
        double[] recall = recall(right);
        double[] precision = precision(right);
        int tail = rule.dropsAtLastRecall() ? 2 : 1;
        int count = recall.length;
        double[] curveRecall = new double[count + 1 + tail];
        double[] curvePrecision = new double[count + 1 + tail];
        curvePrecision[0] = 1;
        System.arraycopy(recall, 0, curveRecall, 1, count);
        System.arraycopy(precision, 0, curvePrecision, 1, count);
        if (tail == 2) {
            curveRecall[count + 1] = recall[count - 1];
        }
        curveRecall[count + tail] = 1;
        for (int i = curvePrecision.length - 2; i >= 0; i--) {
            curvePrecision[i] = Math.max(curvePrecision[i], curvePrecision[i + 1]);
        }
        return area(curveRecall, curvePrecision);
    }

    private static double area(double[] recall, double[] precision) {
        double area = 0;
        double before = interpolate(recall, precision, 0, precision[0]);
        for (int j = 1; j < AP_POINTS; j++) {
            double x = j / (AP_POINTS - 1.0);
            double value = interpolate(recall, precision, x, precision[0]);
            area += (x - (j - 1) / (AP_POINTS - 1.0)) * (value + before) / 2;
            before = value;
        }
        return area;
    }

    /** Everything that can be drawn of this class, at the first threshold. */
    UltralyticsCurves.OfClass curves(int category, UltralyticsRule rule) {
        double[] right = rightSoFar(0);
        double[] precision = precision(right);
        for (int i = precision.length - 2; i >= 0; i--) {
            precision[i] = Math.max(precision[i], precision[i + 1]);
        }
        return new UltralyticsCurves.OfClass(
                category,
                averagePrecision(0, rule),
                recall(right),
                precision,
                precisionByConfidence(),
                recallByConfidence());
    }

    /** Recall at 1000 confidences from 0 to 1, at the first threshold. */
    double[] recallByConfidence() {
        return byConfidence(recall(rightSoFar(0)), 0);
    }

    /** Precision at 1000 confidences from 0 to 1, at the first threshold. */
    double[] precisionByConfidence() {
        return byConfidence(precision(rightSoFar(0)), 1);
    }

    private double[] byConfidence(double[] values, double aboveHighest) {
        double[] curve = new double[CONFIDENCES];
        if (scores.length == 0) {
            return curve;
        }
        double[] negated = Arrays.stream(scores).map(s -> -s).toArray();
        for (int i = 0; i < CONFIDENCES; i++) {
            double confidence = i / (CONFIDENCES - 1.0);
            curve[i] = interpolate(negated, values, -confidence, aboveHighest);
        }
        return curve;
    }

    /** NumPy's {@code interp}: of equal abscissas the last one counts; right of the last, its value. */
    static double interpolate(double[] xs, double[] ys, double x, double left) {
        if (x < xs[0]) {
            return left;
        }
        int low = 0;
        int high = xs.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (xs[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (low == xs.length - 1 || xs[low] == x) {
            return ys[low];
        }
        double slope = (ys[low + 1] - ys[low]) / (xs[low + 1] - xs[low]);
        return slope * (x - xs[low]) + ys[low];
    }
}
