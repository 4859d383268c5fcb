package org.posewright.annotations.evaluation;

/**
 * AP over all areas when each picture counts several times, as a bootstrap draws them. With weights of 1 it is COCO's AP; the copies
 * of a picture follow one another as pycocotools would order them.
 */
final class WeightedAccumulator {

    private final EvaluationParameters parameters;
    private final EvaluationAxes axes;
    private final MatchResult matches;
    private final double[] recallThresholds;

    WeightedAccumulator(EvaluationParameters parameters, EvaluationAxes axes, MatchResult matches) {
        this.parameters = parameters;
        this.axes = axes;
        this.matches = matches;
        recallThresholds = parameters.recallThresholds();
    }

    /**
     * @param weights how often each picture counts
     * @return -1 when nobody counts
     */
    double averagePrecision(int[] weights) {
        int[] slotWeights = slotWeights(weights);
        double sum = 0;
        int categories = 0;
        for (int c = 0; c < axes.categoryCount(); c++) {
            long people = 0;
            for (int i = 0; i < axes.imageCount(); i++) {
                people += (long) weights[i] * matches.countedPeople[0][axes.blockIndex(i, c)];
            }
            if (people > 0) {
                categories++;
                for (int t = 0; t < parameters.thresholdCount(); t++) {
                    sum += averagePrecision(matches.slots.order()[c], slotWeights, t, people);
                }
            }
        }
        return categories == 0 ? -1 : sum / categories / parameters.thresholdCount();
    }

    private int[] slotWeights(int[] weights) {
        int[] slotWeights = new int[matches.slots.slotCount()];
        for (int b = 0; b < axes.blockCount(); b++) {
            int weight = weights[axes.imageOfBlock(b)];
            for (int s = matches.slots.offsets()[b]; s < matches.slots.offsets()[b + 1]; s++) {
                slotWeights[s] = weight;
            }
        }
        return slotWeights;
    }

    private double averagePrecision(int[] order, int[] slotWeights, int threshold, long people) {
        int[] matched = matches.matched[0];
        int[] ignored = matches.ignored[0];
        double[] best = new double[recallThresholds.length];
        long right = 0;
        long wrong = 0;
        int next = 0;
        for (int slot : order) {
            int weight = slotWeights[slot];
            if (weight == 0 || (ignored[slot] >> threshold & 1) != 0) {
                continue;
            }
            if ((matched[slot] >> threshold & 1) == 0) {
                wrong += weight;
                continue;
            }
            right += weight;
            double recall = (double) right / people;
            double precision = right / (wrong + right + Oks.SPACING_OF_ONE);
            int from = next;
            while (next < best.length && recallThresholds[next] <= recall) {
                next++;
            }
            int last = from == next ? Math.max(0, next - 1) : next - 1;
            best[last] = Math.max(best[last], precision);
        }
        double sum = 0;
        double envelope = 0;
        for (int r = next - 1; r >= 0; r--) {
            envelope = Math.max(envelope, best[r]);
            sum += envelope;
        }
        return sum / best.length;
    }
}
