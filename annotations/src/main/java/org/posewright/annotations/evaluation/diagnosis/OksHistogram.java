package org.posewright.annotations.evaluation.diagnosis;

import java.util.Arrays;

/**
 * OKS of the people that count and have a detection, in bins of equal width over [0, 1]; the last one holds 1.
 *
 * @param missedPeople people that count and have none
 */
public record OksHistogram(long[] counts, long missedPeople) {

    static final int BINS = 20;

    public OksHistogram {
        counts = counts.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    public double lowerEdge(int bin) {
        return (double) bin / counts.length;
    }

    /** Matched people. */
    public long matchedPeople() {
        return Arrays.stream(counts).sum();
    }

    static int binOf(double oks) {
        return Math.min(BINS - 1, (int) (oks * BINS));
    }
}
