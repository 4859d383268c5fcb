package org.posewright.annotations.evaluation;

/**
 * The best detections of each block, numbered through in block order, and for each category their order by score.
 *
 * @param offsets first slot of each block, and one past the last
 * @param scores by slot
 * @param order [category]: slots by score descending, equal scores in picture order
 */
record DetectionSlots(int maxDetections, int[] offsets, double[] scores, int[][] order) {

    static DetectionSlots of(DetectionSet detections, int maxDetections) {
        EvaluationAxes axes = detections.axes();
        int[] offsets = new int[axes.blockCount() + 1];
        for (int b = 0; b < axes.blockCount(); b++) {
            offsets[b + 1] =
                    offsets[b] + Math.min(maxDetections, detections.block(b).size());
        }
        double[] scores = new double[offsets[axes.blockCount()]];
        for (int b = 0; b < axes.blockCount(); b++) {
            System.arraycopy(detections.block(b).scores, 0, scores, offsets[b], offsets[b + 1] - offsets[b]);
        }
        int[][] order = new int[axes.categoryCount()][];
        for (int c = 0; c < order.length; c++) {
            int from = offsets[axes.blockIndex(0, c)];
            int to = offsets[axes.blockIndex(0, c) + axes.imageCount()];
            order[c] = order(scores, from, to);
        }
        return new DetectionSlots(maxDetections, offsets, scores, order);
    }

    private static int[] order(double[] scores, int from, int to) {
        double[] own = java.util.Arrays.copyOfRange(scores, from, to);
        int[] order = ScoreOrder.stableDescending(own, own.length);
        for (int i = 0; i < order.length; i++) {
            order[i] += from;
        }
        return order;
    }

    int slotCount() {
        return scores.length;
    }
}
