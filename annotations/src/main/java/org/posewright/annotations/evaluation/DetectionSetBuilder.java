package org.posewright.annotations.evaluation;

import java.util.Arrays;

/**
 * Collects detections in file order. Ids are 1, 2, … over all that are added, also over those of pictures or categories that are
 * not evaluated, as pycocotools numbers them.
 */
public final class DetectionSetBuilder {

    private static final int INITIAL_CAPACITY = 256;

    private final EvaluationAxes axes;
    private final int keypointCount;
    private int size;
    private int notEvaluated;
    private boolean firstHasBox;
    private int[] blockOf;
    private double[] scores;
    private double[] boxes;
    private double[] xy;

    public DetectionSetBuilder(EvaluationAxes axes, int keypointCount) {
        this(axes, keypointCount, INITIAL_CAPACITY);
    }

    public DetectionSetBuilder(EvaluationAxes axes, int keypointCount, int expectedDetections) {
        this.axes = axes;
        this.keypointCount = keypointCount;
        blockOf = new int[expectedDetections];
        scores = new double[expectedDetections];
        boxes = new double[4 * expectedDetections];
        xy = new double[2 * keypointCount * expectedDetections];
    }

    /**
     * Starts a detection without a box and with all points at the origin.
     *
     * @return its index, for {@link #box} and {@link #point}
     */
    public int detection(long imageId, long categoryId, double score) {
        if (size == scores.length) {
            grow();
        }
        int image = axes.imageIndex(imageId);
        int category = axes.categoryIndex(categoryId);
        boolean evaluated = image >= 0 && category >= 0;
        blockOf[size] = evaluated ? axes.blockIndex(image, category) : -1;
        notEvaluated += evaluated ? 0 : 1;
        scores[size] = score;
        Arrays.fill(boxes, 4 * size, 4 * size + 4, Double.NaN);
        return size++;
    }

    public void box(int detection, double x, double y, double width, double height) {
        boxes[4 * detection] = x;
        boxes[4 * detection + 1] = y;
        boxes[4 * detection + 2] = width;
        boxes[4 * detection + 3] = height;
        firstHasBox |= detection == 0;
    }

    public void point(int detection, int keypoint, double x, double y) {
        int at = 2 * (keypointCount * detection + keypoint);
        xy[at] = x;
        xy[at + 1] = y;
    }

    /** All points of a detection from a COCO keypoints array: x, y and a third value that is not looked at. */
    public void points(int detection, double[] triplets, int offset) {
        int at = 2 * keypointCount * detection;
        for (int k = 0; k < keypointCount; k++) {
            xy[at + 2 * k] = triplets[offset + 3 * k];
            xy[at + 2 * k + 1] = triplets[offset + 3 * k + 1];
        }
    }

    /** Detections of pictures or categories that are not evaluated; they only take part in the numbering. */
    public int notEvaluatedCount() {
        return notEvaluated;
    }

    /**
     * Ends the collection. The area of a detection is that of its box when the first one has a box, otherwise that of the extent of
     * its keypoints.
     *
     * @throws EvaluationException if the first detection has a box and a later one has none
     */
    public DetectionSet build() {
        return DetectionSet.ofPacked(axes, keypointCount, blockOf, size, this::block);
    }

    private DetectionBlock block(int[] members, int keypoints) {
        int[] sorted = sortedByScore(members);
        int count = sorted.length;
        int stride = 2 * keypoints;
        int[] ids = new int[count];
        double[] blockScores = new double[count];
        double[] areas = new double[count];
        double[] blockBoxes = new double[4 * count];
        double[] points = new double[stride * count];
        for (int i = 0; i < count; i++) {
            int from = sorted[i];
            ids[i] = from + 1;
            blockScores[i] = scores[from];
            areas[i] = area(from);
            System.arraycopy(boxes, 4 * from, blockBoxes, 4 * i, 4);
            System.arraycopy(xy, stride * from, points, stride * i, stride);
        }
        return new DetectionBlock(keypoints, ids, blockScores, areas, blockBoxes, points);
    }

    private int[] sortedByScore(int[] members) {
        double[] memberScores = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            memberScores[i] = scores[members[i]];
        }
        int[] order = DetectionBlock.stableDescending(memberScores);
        for (int i = 0; i < order.length; i++) {
            order[i] = members[order[i]];
        }
        return order;
    }

    private double area(int detection) {
        if (!firstHasBox) {
            return extentArea(detection);
        }
        double area = boxes[4 * detection + 2] * boxes[4 * detection + 3];
        if (Double.isNaN(area)) {
            throw new EvaluationException("result " + (detection + 1)
                    + " has no bbox although the first result has one; give all results a bbox or none");
        }
        return area;
    }

    private double extentArea(int detection) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        int at = 2 * keypointCount * detection;
        for (int k = 0; k < keypointCount; k++) {
            left = Math.min(left, xy[at + 2 * k]);
            right = Math.max(right, xy[at + 2 * k]);
            top = Math.min(top, xy[at + 2 * k + 1]);
            bottom = Math.max(bottom, xy[at + 2 * k + 1]);
        }
        return (right - left) * (bottom - top);
    }

    private void grow() {
        int capacity = Math.max(INITIAL_CAPACITY, 2 * size);
        blockOf = Arrays.copyOf(blockOf, capacity);
        scores = Arrays.copyOf(scores, capacity);
        boxes = Arrays.copyOf(boxes, 4 * capacity);
        xy = Arrays.copyOf(xy, 2 * keypointCount * capacity);
    }
}
