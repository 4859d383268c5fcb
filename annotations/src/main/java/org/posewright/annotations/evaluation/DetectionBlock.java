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
    /** Left, top, width, height; NaN where a result has no box; empty when none has. */
    private final double[] boxes;

    private final PointArray points;
    /** x, y of each keypoint, {@link #step} values apart; shared with other blocks. */
    final double[] values;

    final int step;
    /** Where the points of each detection begin in {@link #values}. */
    final int[] starts;

    DetectionBlock(int[] ids, double[] scores, double[] areas, double[] boxes, PointArray points, int[] starts) {
        this.ids = ids;
        this.scores = scores;
        this.areas = areas;
        this.boxes = boxes;
        this.points = points;
        this.starts = starts;
        values = points.values();
        step = points.step();
    }

    public static DetectionBlock empty(int keypointCount) {
        PointArray none = new PointArray(new double[0], 2, keypointCount);
        return new DetectionBlock(new int[0], new double[0], new double[0], new double[0], none, new int[0]);
    }

    /** Predictions of one picture; ids are 1-based positions in the list, areas those of the boxes. */
    public static DetectionBlock of(List<PosePrediction> predictions, int keypointCount) {
        int count = predictions.size();
        long[] zeros = new long[count];
        double[] scores = new double[count];
        double[] boxes = new double[4 * count];
        double[] xy = new double[2 * keypointCount * count];
        for (int i = 0; i < count; i++) {
            PosePrediction prediction = predictions.get(i);
            scores[i] = prediction.score();
            boxes[4 * i] = prediction.box().x();
            boxes[4 * i + 1] = prediction.box().y();
            boxes[4 * i + 2] = prediction.box().width();
            boxes[4 * i + 3] = prediction.box().height();
            copyPoints(prediction.keypoints(), keypointCount, i, xy);
        }
        EvaluationAxes onePicture =
                new EvaluationAxes(java.util.stream.LongStream.of(0), java.util.stream.LongStream.of(0));
        PointArray points = new PointArray(xy, 2, keypointCount);
        return new DetectionTable(zeros, zeros, scores, boxes, points)
                .toSet(onePicture)
                .block(0);
    }

    private static void copyPoints(List<ScoredKeypoint> points, int keypointCount, int index, double[] xy) {
        if (points.size() != keypointCount) {
            throw new EvaluationException("prediction " + (index + 1) + " has " + points.size()
                    + " keypoints but the skeleton has " + keypointCount + "; choose a model for this skeleton");
        }
        for (int k = 0; k < keypointCount; k++) {
            xy[2 * (keypointCount * index + k)] = points.get(k).x();
            xy[2 * (keypointCount * index + k) + 1] = points.get(k).y();
        }
    }

    public int size() {
        return ids.length;
    }

    public int keypointCount() {
        return points.keypointCount();
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
        return values[starts[detection] + step * keypoint];
    }

    public double y(int detection, int keypoint) {
        return values[starts[detection] + step * keypoint + 1];
    }

    public boolean hasBox(int detection) {
        return boxes.length > 0 && !Double.isNaN(boxes[4 * detection]);
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
        for (int k = 0; k < keypointCount(); k++) {
            left = Math.min(left, x(detection, k));
            right = Math.max(right, x(detection, k));
            top = Math.min(top, y(detection, k));
            bottom = Math.max(bottom, y(detection, k));
        }
        return Box.ofCorners(left, top, right, bottom);
    }

    /**
     * The same detections with other points, for "AP if repaired"; areas stay.
     *
     * @param xy x, y of each point of each detection of this block
     */
    public DetectionBlock withPoints(double[] xy) {
        if (xy.length != 2 * keypointCount() * size()) {
            throw new IllegalArgumentException(xy.length + " coordinates for " + size() + " detections");
        }
        PointArray newPoints = new PointArray(xy.clone(), 2, keypointCount());
        int[] newStarts = new int[size()];
        Arrays.setAll(newStarts, newPoints::start);
        return new DetectionBlock(ids, scores, areas, boxes, newPoints, newStarts);
    }

    /** The same detections with other scores, sorted anew; equal scores keep their order. */
    public DetectionBlock withScores(double[] newScores) {
        return selected(ScoreOrder.stableDescending(newScores, newScores.length), newScores);
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

    /** x, y of each point of each detection of this block, packed. */
    public double[] copyOfPoints() {
        double[] xy = new double[2 * keypointCount() * size()];
        int next = 0;
        for (int d = 0; d < size(); d++) {
            for (int k = 0; k < keypointCount(); k++) {
                xy[next++] = x(d, k);
                xy[next++] = y(d, k);
            }
        }
        return xy;
    }

    private DetectionBlock selected(int[] order, double[] newScores) {
        int count = order.length;
        int[] newIds = new int[count];
        double[] sortedScores = new double[count];
        double[] newAreas = new double[count];
        double[] newBoxes = new double[boxes.length == 0 ? 0 : 4 * count];
        int[] newStarts = new int[count];
        for (int i = 0; i < count; i++) {
            int old = order[i];
            newIds[i] = ids[old];
            sortedScores[i] = newScores[old];
            newAreas[i] = areas[old];
            newStarts[i] = starts[old];
            if (newBoxes.length > 0) {
                System.arraycopy(boxes, 4 * old, newBoxes, 4 * i, 4);
            }
        }
        return new DetectionBlock(newIds, sortedScores, newAreas, newBoxes, points, newStarts);
    }
}
