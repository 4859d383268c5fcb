package org.posewright.annotations.evaluation.diagnosis;

/** How many labelled keypoints of matched people fell into each class, in all and for each keypoint. Immutable to its readers. */
public final class ErrorCounts {

    private final long[][] counts;

    ErrorCounts(int keypointCount) {
        counts = new long[KeypointError.values().length][keypointCount];
    }

    void add(KeypointError error, int keypoint) {
        counts[error.ordinal()][keypoint]++;
    }

    public int keypointCount() {
        return counts[0].length;
    }

    public long of(KeypointError error, int keypoint) {
        return counts[error.ordinal()][keypoint];
    }

    public long of(KeypointError error) {
        long sum = 0;
        for (long count : counts[error.ordinal()]) {
            sum += count;
        }
        return sum;
    }

    /** All labelled keypoints of matched people. */
    public long total() {
        long sum = 0;
        for (KeypointError error : KeypointError.values()) {
            sum += of(error);
        }
        return sum;
    }

    /** Share of a class in [0, 1]; 0 when nothing was matched. */
    public double share(KeypointError error) {
        long total = total();
        return total == 0 ? 0 : (double) of(error) / total;
    }
}
