package org.posewright.annotations.evaluation.ultralytics;

/**
 * Which detections are right at each threshold: every detection keeps its best person, every person then the first detection. A
 * detection whose best person is taken gets no second choice.
 */
final class PairMatching {

    static final float[] THRESHOLDS = thresholds();

    private PairMatching() {}

    /** NumPy's fp32 linspace from 0.5 to 0.95. */
    private static float[] thresholds() {
        float[] values = new float[10];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + i * 0.05);
        }
        return values;
    }

    /**
     * @param overlap [person][detection], detections best score first
     * @return [detection]: bit t set when right at threshold t
     */
    static int[] rightMasks(float[][] overlap, int detections) {
        int[] masks = new int[detections];
        int people = overlap.length;
        if (people == 0) {
            return masks;
        }
        int[] best = new int[detections];
        for (int d = 0; d < detections; d++) {
            for (int g = 1; g < people; g++) {
                if (overlap[g][d] >= overlap[best[d]][d]) {
                    best[d] = g;
                }
            }
        }
        for (int t = 0; t < THRESHOLDS.length; t++) {
            boolean[] taken = new boolean[people];
            for (int d = 0; d < detections; d++) {
                int g = best[d];
                if (overlap[g][d] >= THRESHOLDS[t] && !taken[g]) {
                    taken[g] = true;
                    masks[d] |= 1 << t;
                }
            }
        }
        return masks;
    }
}
