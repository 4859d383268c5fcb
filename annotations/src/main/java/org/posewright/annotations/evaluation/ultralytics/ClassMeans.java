package org.posewright.annotations.evaluation.ultralytics;

import java.util.ArrayList;
import java.util.List;

/** Averages over classes: mAP, and precision and recall at the confidence of the best smoothed F1. */
final class ClassMeans {

    private static final int HALF_WINDOW = 50;
    private static final double EPSILON = 1e-16;

    private ClassMeans() {}

    static UltralyticsSummary.Numbers of(List<ClassCurve> classes, UltralyticsRule rule) {
        if (classes.isEmpty()) {
            return UltralyticsSummary.Numbers.ZERO;
        }
        List<Double> ap = new ArrayList<>();
        for (int t = 0; t < PairMatching.THRESHOLDS.length; t++) {
            int threshold = t;
            ap.add(classes.stream()
                    .mapToDouble(c -> c.averagePrecision(threshold, rule))
                    .average()
                    .orElse(0));
        }
        double map = ap.stream().mapToDouble(a -> a).average().orElse(0);
        List<double[]> precision =
                classes.stream().map(ClassCurve::precisionByConfidence).toList();
        List<double[]> recall =
                classes.stream().map(ClassCurve::recallByConfidence).toList();
        int best = bestConfidence(precision, recall);
        double p = mean(precision, best);
        double r = mean(recall, best);
        double f1 = meanF1(precision, recall, best);
        return new UltralyticsSummary.Numbers(p, r, f1, ap.get(0), map, ap);
    }

    private static int bestConfidence(List<double[]> precision, List<double[]> recall) {
        double[] f1 = new double[ClassCurve.CONFIDENCES];
        for (int i = 0; i < f1.length; i++) {
            f1[i] = meanF1(precision, recall, i);
        }
        int best = 0;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < f1.length; i++) {
            double sum = 0;
            for (int j = i - HALF_WINDOW; j <= i + HALF_WINDOW; j++) {
                sum += f1[Math.min(f1.length - 1, Math.max(0, j))];
            }
            double smoothed = sum / (2 * HALF_WINDOW + 1);
            if (smoothed > bestValue) {
                bestValue = smoothed;
                best = i;
            }
        }
        return best;
    }

    private static double meanF1(List<double[]> precision, List<double[]> recall, int i) {
        double sum = 0;
        for (int c = 0; c < precision.size(); c++) {
            double p = precision.get(c)[i];
            double r = recall.get(c)[i];
            sum += 2 * p * r / (p + r + EPSILON);
        }
        return sum / precision.size();
    }

    private static double mean(List<double[]> curves, int i) {
        return curves.stream().mapToDouble(curve -> curve[i]).average().orElse(0);
    }
}
