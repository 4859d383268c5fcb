package org.posewright.training.loss;

import java.util.List;

/**
 * The anchors of a whole batch that learn a label, with what they learn, in cells of each anchor's level: ready to become tensors.
 * Rows run over pictures, then anchors.
 */
final class Foreground {

    final int size;
    final long[] rows;
    final float[] anchors;
    final float[] boxes;
    final float[] weights;
    final float[] keypoints;
    final float[] labeled;
    final float[] exponentFactors;
    final float[] keypointWeights;
    final double scoreSum;

    private static final double AREA_EPSILON = 1e-9;

    Foreground(List<Assignment> assignments, BatchTargets targets, AnchorGrid grid, double[] sigmas) {
        size = assignments.stream().mapToInt(Assignment::size).sum();
        int points = targets.keypointCount();
        rows = new long[size];
        anchors = new float[2 * size];
        boxes = new float[4 * size];
        weights = new float[size];
        keypoints = new float[2 * points * size];
        labeled = new float[points * size];
        exponentFactors = new float[points * size];
        keypointWeights = new float[points * size];
        double sum = 0;
        int row = 0;
        for (int image = 0; image < assignments.size(); image++) {
            Assignment assignment = assignments.get(image);
            for (int i = 0; i < assignment.size(); i++, row++) {
                int anchor = assignment.anchor(i);
                rows[row] = (long) image * grid.size() + anchor;
                anchors[2 * row] = grid.gridX(anchor);
                anchors[2 * row + 1] = grid.gridY(anchor);
                weights[row] = assignment.score(i);
                sum += assignment.score(i);
                fillBox(row, targets, assignment.object(i), grid.stride(anchor));
                fillKeypoints(row, targets, assignment.object(i), grid.stride(anchor), sigmas);
            }
        }
        scoreSum = Math.max(sum, 1);
    }

    private void fillBox(int row, BatchTargets targets, int object, float stride) {
        for (int i = 0; i < 4; i++) {
            boxes[4 * row + i] = targets.boxes()[4 * object + i] / stride;
        }
    }

    private void fillKeypoints(int row, BatchTargets targets, int object, float stride, double[] sigmas) {
        int points = targets.keypointCount();
        double width = boxes[4 * row + 2] - boxes[4 * row];
        double height = boxes[4 * row + 3] - boxes[4 * row + 1];
        int labeledCount = 0;
        for (int k = 0; k < points; k++) {
            int from = 3 * (object * points + k);
            int to = row * points + k;
            keypoints[2 * to] = targets.keypoints()[from] / stride;
            keypoints[2 * to + 1] = targets.keypoints()[from + 1] / stride;
            boolean isLabeled = targets.keypoints()[from + 2] != 0;
            labeled[to] = isLabeled ? 1 : 0;
            labeledCount += isLabeled ? 1 : 0;
            exponentFactors[to] = (float) (1 / (4 * sigmas[k] * sigmas[k] * (width * height + AREA_EPSILON) * 2));
        }
        for (int k = 0; k < points; k++) {
            keypointWeights[row * points + k] =
                    (float) (labeled[row * points + k] * points / (labeledCount + AREA_EPSILON));
        }
    }
}
