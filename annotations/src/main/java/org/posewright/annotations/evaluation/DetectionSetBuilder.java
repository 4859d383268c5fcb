package org.posewright.annotations.evaluation;

import java.util.Arrays;

/** Collects detections one by one in file order; see {@link DetectionTable} for what the order and the first box mean. */
public final class DetectionSetBuilder {

    private static final int INITIAL_CAPACITY = 64;

    private final EvaluationAxes axes;
    private final int keypointCount;
    private int size;
    private long[] imageIds = new long[INITIAL_CAPACITY];
    private long[] categoryIds = new long[INITIAL_CAPACITY];
    private double[] scores = new double[INITIAL_CAPACITY];
    private double[] boxes = new double[4 * INITIAL_CAPACITY];
    private double[] xy;

    public DetectionSetBuilder(EvaluationAxes axes, int keypointCount) {
        this.axes = axes;
        this.keypointCount = keypointCount;
        xy = new double[2 * keypointCount * INITIAL_CAPACITY];
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
        imageIds[size] = imageId;
        categoryIds[size] = categoryId;
        scores[size] = score;
        Arrays.fill(boxes, 4 * size, 4 * size + 4, Double.NaN);
        return size++;
    }

    public void box(int detection, double x, double y, double width, double height) {
        boxes[4 * detection] = x;
        boxes[4 * detection + 1] = y;
        boxes[4 * detection + 2] = width;
        boxes[4 * detection + 3] = height;
    }

    public void point(int detection, int keypoint, double x, double y) {
        int at = 2 * (keypointCount * detection + keypoint);
        xy[at] = x;
        xy[at + 1] = y;
    }

    /** All points of a detection from a COCO keypoints array: x, y and a third value that is not looked at. */
    public void points(int detection, double[] triplets, int offset) {
        for (int k = 0; k < keypointCount; k++) {
            point(detection, k, triplets[offset + 3 * k], triplets[offset + 3 * k + 1]);
        }
    }

    /**
     * Ends the collection.
     *
     * @throws EvaluationException if the first detection has a box and a later one has none
     */
    public DetectionSet build() {
        PointArray points = new PointArray(xy.clone(), 2, keypointCount);
        return DetectionTable.ofPrefix(size, new DetectionTable(imageIds, categoryIds, scores, boxes, points))
                .toSet(axes);
    }

    private void grow() {
        int capacity = 2 * size;
        imageIds = Arrays.copyOf(imageIds, capacity);
        categoryIds = Arrays.copyOf(categoryIds, capacity);
        scores = Arrays.copyOf(scores, capacity);
        boxes = Arrays.copyOf(boxes, 4 * capacity);
        xy = Arrays.copyOf(xy, 2 * keypointCount * capacity);
    }
}
