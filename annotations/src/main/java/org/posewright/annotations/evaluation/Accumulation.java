package org.posewright.annotations.evaluation;

/**
 * The second stage's result: precision over recall, for each category, area range and OKS threshold. -1 where nobody counts.
 */
public final class Accumulation {

    /** [category][area][threshold][recall]. */
    private final double[][][][] precision;
    /** Score at which that recall is reached; 0 where it is not. */
    /** [category][area][threshold]. */
    private final double[][][] recall;

    Accumulation(double[][][][] precision, double[][][] recall) {
        this.precision = precision;
        this.recall = recall;
    }

    public int categoryCount() {
        return precision.length;
    }

    /** Interpolated precision at a recall threshold. */
    public double precision(int category, int area, int threshold, int recallIndex) {
        return precision[category][area][threshold][recallIndex];
    }

    /** The precision-recall curve of a category, area range and OKS threshold; one value for each recall threshold. */
    public double[] precisionCurve(int category, int area, int threshold) {
        return precision[category][area][threshold].clone();
    }

    /** The highest recall that is reached. */
    public double recall(int category, int area, int threshold) {
        return recall[category][area][threshold];
    }

    /** Mean precision of one threshold over all categories; -1 when nobody counts. */
    public double averagePrecision(int area, int threshold) {
        return averagePrecision(area, new int[] {threshold});
    }

    /** Mean precision over some thresholds, recall thresholds and categories, summed in pycocotools' order; -1 when nobody counts. */
    public double averagePrecision(int area, int[] thresholds) {
        int recalls = precision.length == 0 ? 0 : precision[0][area][0].length;
        double[] values = new double[thresholds.length * recalls * precision.length];
        int count = 0;
        for (int t : thresholds) {
            for (int r = 0; r < recalls; r++) {
                for (double[][][] ofCategory : precision) {
                    double value = ofCategory[area][t][r];
                    if (value > -1) {
                        values[count++] = value;
                    }
                }
            }
        }
        return count == 0 ? -1 : PairwiseSum.meanOf(values, count);
    }

    /** Mean highest recall over some thresholds and categories; -1 when nobody counts. */
    public double averageRecall(int area, int[] thresholds) {
        double[] values = new double[thresholds.length * recall.length];
        int count = 0;
        for (int t : thresholds) {
            for (double[][] ofCategory : recall) {
                double value = ofCategory[area][t];
                if (value > -1) {
                    values[count++] = value;
                }
            }
        }
        return count == 0 ? -1 : PairwiseSum.meanOf(values, count);
    }
}
