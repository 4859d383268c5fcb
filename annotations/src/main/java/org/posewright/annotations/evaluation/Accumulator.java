package org.posewright.annotations.evaluation;

import java.util.Arrays;

/**
 * Turns match results into precision over recall.
 *
 * <p>Recall only rises at a right detection, and between two of them precision falls, so the envelope and the look-up need the
 * right detections alone; the others are counted. This gives pycocotools' values bit by bit.
 */
final class Accumulator {

    private final EvaluationParameters parameters;
    private final double[] recallThresholds;
    private final int thresholds;
    private final boolean countsMissedPeople;

    /**
     * @param countsMissedPeople false to take, at each threshold, the people that were found for all there are
     */
    Accumulator(EvaluationParameters parameters, boolean countsMissedPeople) {
        this.parameters = parameters;
        this.countsMissedPeople = countsMissedPeople;
        recallThresholds = parameters.recallThresholds();
        thresholds = parameters.thresholdCount();
    }

    Accumulation accumulate(EvaluationAxes axes, MatchResult matches) {
        int categories = axes.categoryCount();
        int areas = parameters.areaRanges().size();
        double[][][][] precision = new double[categories][areas][thresholds][recallThresholds.length];
        double[][][] recall = new double[categories][areas][thresholds];
        for (int c = 0; c < categories; c++) {
            for (int a = 0; a < areas; a++) {
                int counted = countedPeople(axes, matches.countedPeople[a], c);
                if (counted == 0) {
                    Arrays.stream(precision[c][a]).forEach(row -> Arrays.fill(row, -1));
                    Arrays.fill(recall[c][a], -1);
                } else {
                    Walk walk = new Walk(matches, a, matches.slots.order()[c]);
                    for (int t = 0; t < thresholds; t++) {
                        recall[c][a][t] = walk.read(t, counted, precision[c][a][t]);
                    }
                }
            }
        }
        return new Accumulation(precision, recall);
    }

    private static int countedPeople(EvaluationAxes axes, int[] countedByBlock, int category) {
        int from = axes.blockIndex(0, category);
        int sum = 0;
        for (int b = from; b < from + axes.imageCount(); b++) {
            sum += countedByBlock[b];
        }
        return sum;
    }

    /** One pass over the detections of a category by score, for all thresholds of an area range. */
    private final class Walk {
        /** [threshold][n]: wrong detections before the n-th right one. */
        private final int[][] wrongBefore = new int[thresholds][16];

        private final int[] right = new int[thresholds];

        Walk(MatchResult matches, int area, int[] order) {
            int[] matched = matches.matched[area];
            int[] ignored = matches.ignored[area];
            int all = (1 << thresholds) - 1;
            int wrongEverywhere = 0;
            int[] wrong = new int[thresholds];
            for (int slot : order) {
                int counts = all & ~ignored[slot];
                int hits = matched[slot] & counts;
                if (counts == all && hits == 0) {
                    wrongEverywhere++;
                } else {
                    for (int t = 0; t < thresholds; t++) {
                        if ((hits >> t & 1) != 0) {
                            hit(t, wrongEverywhere + wrong[t]);
                        } else {
                            wrong[t] += counts >> t & 1;
                        }
                    }
                }
            }
        }

        private void hit(int t, int wrongSoFar) {
            int n = right[t]++;
            if (n == wrongBefore[t].length) {
                wrongBefore[t] = Arrays.copyOf(wrongBefore[t], 2 * n);
            }
            wrongBefore[t][n] = wrongSoFar;
        }

        /** Fills the precision at each recall threshold; returns the highest recall. */
        double read(int t, int counted, double[] precision) {
            int hits = right[t];
            int existing = countsMissedPeople ? counted : hits;
            if (existing == 0) {
                Arrays.fill(precision, -1);
                return -1;
            }
            double[] envelope = new double[hits];
            double best = 0;
            for (int n = hits - 1; n >= 0; n--) {
                double tp = n + 1;
                best = Math.max(best, tp / (wrongBefore[t][n] + tp + Oks.SPACING_OF_ONE));
                envelope[n] = best;
            }
            int n = 0;
            for (int r = 0; r < recallThresholds.length; r++) {
                if (recallThresholds[r] <= 0) {
                    precision[r] = hits == 0 ? 0 : envelope[0];
                    continue;
                }
                while (n < hits && (double) (n + 1) / existing < recallThresholds[r]) {
                    n++;
                }
                if (n == hits) {
                    break;
                }
                precision[r] = envelope[n];
            }
            return (double) hits / existing;
        }
    }
}
