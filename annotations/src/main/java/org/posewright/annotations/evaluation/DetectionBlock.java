package org.posewright.annotations.evaluation;

import java.util.Arrays;
import java.util.List;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;

/**
 * The detections of one picture in one category, packed for the evaluator: best score first, equal scores in file order. Immutable.
 */
public final class DetectionBlock {

    /** 1-based position in the results file, which is pycocotools' detection id. */
    final int[] ids;

    final double[] scores;
    final double[] areas;
    /** Left, top, width, height; NaN where the results have no box. */
    final double[] boxes;
    /** x, y of each keypoint of each detection. */
    final double[] xy;

    private final int keypointCount;

    DetectionBlock(int keypointCount, int[] ids, double[] scores, double[] areas, double[] boxes, double[] xy) {
        this.keypointCount = keypointCount;
        this.ids = ids;
        this.scores = scores;
        this.areas = areas;
        this.boxes = boxes;
        this.xy = xy;
    }

    public static DetectionBlock empty(int keypointCount) {
        return new DetectionBlock(
                keypointCount, new int[0], new double[0], new double[0], new double[0], new double[0]);
    }

    /** Predictions of one picture; ids are 1-based positions in the list, areas those of the boxes. */
    public static DetectionBlock of(List<PosePrediction> predictions, int keypointCount) {
        int[] order = stableDescending(
                predictions.stream().mapToDouble(PosePrediction::score).toArray());
        int count = order.length;
        DetectionBlock block = new DetectionBlock(
                keypointCount,
                new int[count],
                new double[count],
                new double[count],
                new double[4 * count],
                new double[2 * keypointCount * count]);
        for (int i = 0; i < count; i++) {
            block.fill(i, order[i] + 1, predictions.get(order[i]));
        }
        return block;
    }

    private void fill(int index, int id, PosePrediction prediction) {
        List<ScoredKeypoint> points = prediction.keypoints();
        if (points.size() != keypointCount) {
            throw new EvaluationException("prediction " + id + " has " + points.size()
                    + " keypoints but the skeleton has " + keypointCount + "; choose a model for this skeleton");
        }
        Box box = prediction.box();
        ids[index] = id;
        scores[index] = prediction.score();
        areas[index] = box.width() * box.height();
        boxes[4 * index] = box.x();
        boxes[4 * index + 1] = box.y();
        boxes[4 * index + 2] = box.width();
        boxes[4 * index + 3] = box.height();
        for (int k = 0; k < keypointCount; k++) {
            xy[2 * (keypointCount * index + k)] = points.get(k).x();
            xy[2 * (keypointCount * index + k) + 1] = points.get(k).y();
        }
    }

    public int size() {
        return ids.length;
    }

    public int keypointCount() {
        return keypointCount;
    }

    public int id(int detection) {
        return ids[detection];
    }

    public double score(int detection) {
        return scores[detection];
    }

    public double areaPixels(int detection) {
        return areas[detection];
    }

    public double x(int detection, int keypoint) {
        return xy[2 * (keypointCount * detection + keypoint)];
    }

    public double y(int detection, int keypoint) {
        return xy[2 * (keypointCount * detection + keypoint) + 1];
    }

    public boolean hasBox(int detection) {
        return !Double.isNaN(boxes[4 * detection]);
    }

    /** The box of a detection, or the extent of its keypoints where the results have no boxes. */
    public Box box(int detection) {
        int at = 4 * detection;
        return hasBox(detection) ? new Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]) : extent(detection);
    }

    /** The smallest box around all keypoints. */
    public Box extent(int detection) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < keypointCount; k++) {
            left = Math.min(left, x(detection, k));
            right = Math.max(right, x(detection, k));
            top = Math.min(top, y(detection, k));
            bottom = Math.max(bottom, y(detection, k));
        }
        return Box.ofCorners(left, top, right, bottom);
    }

    /** The same detections with other points, for "AP if repaired"; areas stay. */
    public DetectionBlock withPoints(double[] newXy) {
        if (newXy.length != xy.length) {
            throw new IllegalArgumentException(newXy.length + " coordinates for " + xy.length);
        }
        return new DetectionBlock(keypointCount, ids, scores, areas, boxes, newXy.clone());
    }

    /** The same detections with other scores, sorted anew; equal scores keep their order. */
    public DetectionBlock withScores(double[] newScores) {
        return selected(stableDescending(newScores), newScores);
    }

    /** Only some of the detections, in the same order. */
    public DetectionBlock keeping(boolean[] keep) {
        int[] kept = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (keep[i]) {
                kept[count++] = i;
            }
        }
        return selected(Arrays.copyOf(kept, count), scores);
    }

    /** x, y of all keypoints, a copy. */
    public double[] copyOfPoints() {
        return xy.clone();
    }

    private DetectionBlock selected(int[] order, double[] newScores) {
        int count = order.length;
        int stride = 2 * keypointCount;
        int[] newIds = new int[count];
        double[] sortedScores = new double[count];
        double[] newAreas = new double[count];
        double[] newBoxes = new double[4 * count];
        double[] newXy = new double[stride * count];
        for (int i = 0; i < count; i++) {
            int old = order[i];
            newIds[i] = ids[old];
            sortedScores[i] = newScores[old];
            newAreas[i] = areas[old];
            System.arraycopy(boxes, 4 * old, newBoxes, 4 * i, 4);
            System.arraycopy(xy, stride * old, newXy, stride * i, stride);
        }
        return new DetectionBlock(keypointCount, newIds, sortedScores, newAreas, newBoxes, newXy);
    }

    /** Indices by value descending, equal values in order of appearance (NumPy's merge sort of the negated values). */
    static int[] stableDescending(double[] values) {
        return ScoreOrder.stableDescending(values, values.length);
    }
}
