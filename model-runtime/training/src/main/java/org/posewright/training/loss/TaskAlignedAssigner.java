package org.posewright.training.loss;

import java.util.Arrays;

/**
 * Chooses the anchors that learn each label by how well their present prediction fits it (task-aligned assigner of TOOD, Feng et
 * al. 2021, with the constants of YOLOv8 and YOLO11). Works on detached outputs in plain Java: only anchors inside a box can be
 * chosen, so only those are decoded. Not thread-safe: buffers are reused.
 */
final class TaskAlignedAssigner {

    private static final int TOP_CANDIDATES = 10;
    private static final float INSIDE_MARGIN = 1e-9f;
    private static final float SCORE_EPSILON = 1e-9f;
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final HeadLayout layout;
    private final AnchorGrid grid;
    private final int valuesPerSide;
    private final float[] decodedBoxes;
    private final boolean[] isDecoded;
    private final int[] owner;
    private final double[] sides = new double[4];

    /**
     * @param valuesPerSide how boxes are given: as the bins of each side, or as one distance for each
     */
    TaskAlignedAssigner(HeadLayout layout, AnchorGrid grid, int valuesPerSide) {
        this.layout = layout;
        this.grid = grid;
        this.valuesPerSide = valuesPerSide;
        decodedBoxes = new float[4 * grid.size()];
        isDecoded = new boolean[grid.size()];
        owner = new int[grid.size()];
    }

    /**
     * @param sides of one picture: for each anchor the bins of the four sides, or their distances in cells
     * @param logits for each anchor the class logits
     * @param firstObject first row of the picture's labels in {@code targets}
     * @param lastObject row after its last label
     */
    Assignment assign(float[] sides, float[] logits, BatchTargets targets, int firstObject, int lastObject) {
        Outputs rows = new Outputs(sides, logits);
        Arrays.fill(isDecoded, false);
        Arrays.fill(owner, NONE);
        for (int object = firstObject; object < lastObject; object++) {
            if (targets.isValid(object)) {
                claim(object, candidates(rows, targets, object));
            }
        }
        settleDisputes(rows, targets, firstObject, lastObject);
        return score(rows, targets, firstObject, lastObject);
    }

    private record Outputs(float[] sides, float[] logits) {}

    private void claim(int object, TopAnchors candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            int anchor = candidates.anchor(i);
            owner[anchor] = owner[anchor] == NONE ? object : SEVERAL;
        }
    }

    private TopAnchors candidates(Outputs rows, BatchTargets targets, int object) {
        TopAnchors top = new TopAnchors(TOP_CANDIDATES);
        float[] boxes = targets.boxes();
        int at = 4 * object;
        grid.forEachNear(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3], anchor -> {
            float fit = overlap(rows, targets, object, anchor);
            if (fit > 0) {
                float alignment = alignment(rows, targets, object, anchor, fit);
                if (alignment > 0) {
                    top.offer(anchor, alignment);
                }
            }
        });
        return top;
    }

    /** An anchor that several labels chose goes to the label it overlaps most, also one that had not chosen it. */
    private void settleDisputes(Outputs rows, BatchTargets targets, int firstObject, int lastObject) {
        for (int anchor = 0; anchor < owner.length; anchor++) {
            if (owner[anchor] == SEVERAL) {
                float best = NONE;
                for (int object = firstObject; object < lastObject; object++) {
                    float fit = targets.isValid(object) ? overlap(rows, targets, object, anchor) : 0;
                    if (fit > best) {
                        best = fit;
                        owner[anchor] = object;
                    }
                }
            }
        }
    }

    private Assignment score(Outputs rows, BatchTargets targets, int firstObject, int lastObject) {
        int objects = lastObject - firstObject;
        float[] bestAlignment = new float[objects];
        float[] bestOverlap = new float[objects];
        float[] alignments = new float[owner.length];
        for (int anchor = 0; anchor < owner.length; anchor++) {
            if (owner[anchor] >= 0) {
                int object = owner[anchor];
                float fit = overlap(rows, targets, object, anchor);
                alignments[anchor] = alignment(rows, targets, object, anchor, fit);
                int local = object - firstObject;
                bestAlignment[local] = Math.max(bestAlignment[local], alignments[anchor]);
                bestOverlap[local] = Math.max(bestOverlap[local], fit);
            }
        }
        Assignment assignment = new Assignment();
        for (int anchor = 0; anchor < owner.length; anchor++) {
            if (owner[anchor] >= 0) {
                int local = owner[anchor] - firstObject;
                float target = alignments[anchor] * bestOverlap[local] / (bestAlignment[local] + SCORE_EPSILON);
                assignment.add(anchor, owner[anchor], target);
            }
        }
        return assignment;
    }

    /** CIoU of the label with the anchor's decoded box, at least 0; 0 for an anchor outside the label's box. */
    private float overlap(Outputs rows, BatchTargets targets, int object, int anchor) {
        float[] boxes = targets.boxes();
        int at = 4 * object;
        float x = grid.inputX(anchor);
        float y = grid.inputY(anchor);
        float margin =
                Math.min(Math.min(x - boxes[at], y - boxes[at + 1]), Math.min(boxes[at + 2] - x, boxes[at + 3] - y));
        if (!(margin > INSIDE_MARGIN)) {
            return 0;
        }
        decode(rows, anchor);
        return Math.max(0, BoxOverlap.completeIou(boxes, at, decodedBoxes, 4 * anchor));
    }

    private float alignment(Outputs rows, BatchTargets targets, int object, int anchor, float fit) {
        float logit = rows.logits[anchor * layout.classes() + targets.classIndex()[object]];
        double score = 1 / (1 + Math.exp(-logit));
        float fitSquared = fit * fit;
        return (float) Math.sqrt(score) * (fitSquared * fitSquared * fitSquared);
    }

    private void decode(Outputs rows, int anchor) {
        if (isDecoded[anchor]) {
            return;
        }
        isDecoded[anchor] = true;
        int row = anchor * 4 * valuesPerSide;
        for (int side = 0; side < 4; side++) {
            sides[side] = expectation(rows.sides, row + side * valuesPerSide);
        }
        float stride = grid.stride(anchor);
        float x = grid.gridX(anchor);
        float y = grid.gridY(anchor);
        int at = 4 * anchor;
        decodedBoxes[at] = (x - (float) sides[0]) * stride;
        decodedBoxes[at + 1] = (y - (float) sides[1]) * stride;
        decodedBoxes[at + 2] = (x + (float) sides[2]) * stride;
        decodedBoxes[at + 3] = (y + (float) sides[3]) * stride;
    }

    /** Mean bin number under the softmax of the bins; a single value is the distance itself. */
    private double expectation(float[] rows, int from) {
        if (valuesPerSide == 1) {
            return rows[from];
        }
        float highest = rows[from];
        for (int bin = 1; bin < valuesPerSide; bin++) {
            highest = Math.max(highest, rows[from + bin]);
        }
        double sum = 0;
        double weighted = 0;
        for (int bin = 0; bin < valuesPerSide; bin++) {
            double e = Math.exp(rows[from + bin] - highest);
            sum += e;
            weighted += e * bin;
        }
        return weighted / sum;
    }
}
