package org.posewright.annotations.evaluation;

import java.util.Arrays;

/**
 * Detections in file order as columns. Ids are 1, 2, … over all rows, also over those of pictures or categories that are not
 * evaluated, as pycocotools numbers them. The arrays are shared, not copied, and must not change.
 *
 * @param imageIds one for each detection
 * @param categoryIds one for each detection
 * @param scores one for each detection
 * @param boxes left, top, width, height of each detection, NaN where one has none; empty when none has
 */
public record DetectionTable(long[] imageIds, long[] categoryIds, double[] scores, double[] boxes, PointArray points) {

    private static final int NOT_EVALUATED = -1;

    /** Number of detections. */
    public int size() {
        return scores.length;
    }

    /**
     * Sorts the detections into pictures. The area of a detection is that of its box when the first row has a box, otherwise that of
     * the extent of its keypoints.
     *
     * @throws EvaluationException if the first detection has a box and a later one has none
     */
    public DetectionSet toSet(EvaluationAxes axes) {
        int[] blockOf = blocks(axes);
        int[] starts = new int[axes.blockCount() + 1];
        for (int block : blockOf) {
            if (block >= 0) {
                starts[block + 1]++;
            }
        }
        for (int b = 1; b < starts.length; b++) {
            starts[b] += starts[b - 1];
        }
        int[] next = starts.clone();
        int[] members = new int[starts[starts.length - 1]];
        for (int i = 0; i < blockOf.length; i++) {
            if (blockOf[i] >= 0) {
                members[next[blockOf[i]]++] = i;
            }
        }
        DetectionBlock empty = DetectionBlock.empty(points.keypointCount());
        DetectionBlock[] blocks = new DetectionBlock[axes.blockCount()];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = starts[b] == starts[b + 1] ? empty : block(members, starts[b], starts[b + 1]);
        }
        return new DetectionSet(axes, points.keypointCount(), blocks);
    }

    private int[] blocks(EvaluationAxes axes) {
        int[] blockOf = new int[size()];
        int image = NOT_EVALUATED;
        for (int i = 0; i < blockOf.length; i++) {
            if (i == 0 || imageIds[i] != imageIds[i - 1]) {
                image = axes.imageIndex(imageIds[i]);
            }
            int category = axes.categoryIndex(categoryIds[i]);
            blockOf[i] = image >= 0 && category >= 0 ? axes.blockIndex(image, category) : NOT_EVALUATED;
        }
        return blockOf;
    }

    private DetectionBlock block(int[] members, int from, int to) {
        int count = to - from;
        double[] own = new double[count];
        for (int i = 0; i < count; i++) {
            own[i] = scores[members[from + i]];
        }
        int[] order = ScoreOrder.stableDescending(own, count);
        int[] ids = new int[count];
        double[] sortedScores = new double[count];
        double[] areas = new double[count];
        double[] ownBoxes = new double[boxes.length == 0 ? 0 : 4 * count];
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            int row = members[from + order[i]];
            ids[i] = row + 1;
            sortedScores[i] = scores[row];
            areas[i] = area(row);
            starts[i] = points.start(row);
            if (ownBoxes.length > 0) {
                System.arraycopy(boxes, 4 * row, ownBoxes, 4 * i, 4);
            }
        }
        return new DetectionBlock(ids, sortedScores, areas, ownBoxes, points, starts);
    }

    private double area(int row) {
        if (boxes.length == 0 || Double.isNaN(boxes[0])) {
            return points.extentArea(row);
        }
        double area = boxes[4 * row + 2] * boxes[4 * row + 3];
        if (Double.isNaN(area)) {
            throw new EvaluationException("result " + (row + 1)
                    + " has no bbox although the first result has one; give all results a bbox or none");
        }
        return area;
    }

    /** The first rows of larger arrays. */
    static DetectionTable ofPrefix(int size, DetectionTable larger) {
        return new DetectionTable(
                Arrays.copyOf(larger.imageIds, size),
                Arrays.copyOf(larger.categoryIds, size),
                Arrays.copyOf(larger.scores, size),
                Arrays.copyOf(larger.boxes, 4 * size),
                larger.points);
    }
}
