package org.posewright.annotations.evaluation;

/**
 * Sums in the order in which NumPy adds a contiguous fp64 array, so that sums agree to the last bit: eight running sums for up to
 * 128 values, halves above.
 */
final class PairwiseSum {

    private static final int LANES = 8;
    private static final int BLOCK = 128;

    private PairwiseSum() {}

    static double of(double[] values, int count) {
        return sum(values, 0, count);
    }

    static double meanOf(double[] values, int count) {
        return sum(values, 0, count) / count;
    }

    private static double sum(double[] a, int from, int count) {
        if (count < LANES) {
            double total = 0;
            for (int i = 0; i < count; i++) {
                total += a[from + i];
            }
            return total;
        }
        if (count > BLOCK) {
            int half = count / 2;
            half -= half % LANES;
            return sum(a, from, half) + sum(a, from + half, count - half);
        }
        return sumOfBlock(a, from, count);
    }

    private static double sumOfBlock(double[] a, int from, int count) {
        double r0 = a[from];
        double r1 = a[from + 1];
        double r2 = a[from + 2];
        double r3 = a[from + 3];
        double r4 = a[from + 4];
        double r5 = a[from + 5];
        double r6 = a[from + 6];
        double r7 = a[from + 7];
        int whole = count - count % LANES;
        for (int i = from + LANES; i < from + whole; i += LANES) {
            r0 += a[i];
            r1 += a[i + 1];
            r2 += a[i + 2];
            r3 += a[i + 3];
            r4 += a[i + 4];
            r5 += a[i + 5];
            r6 += a[i + 6];
            r7 += a[i + 7];
        }
        double total = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        for (int i = from + whole; i < from + count; i++) {
            total += a[i];
        }
        return total;
    }
}
