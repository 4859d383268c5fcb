package org.posewright.annotations.evaluation.compare;

import java.util.Arrays;

/** A measured value with its confidence interval. Ends are NaN when the value is undefined. */
public record Interval(double value, double low, double high) {

    /** Percentiles of replicates; undefined ones (NaN) are left out. */
    static Interval of(double value, double[] replicates, double confidence) {
        double[] sorted =
                Arrays.stream(replicates).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        double tail = (1 - confidence) / 2;
        return new Interval(value, quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Whether zero lies outside: a difference that chance does not explain at this confidence. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
