package org.posewright.runtime.decode;

import java.util.Arrays;

/**
 * Greedy non-maximum suppression in 32-bit floats: a candidate falls when its IoU with a better one that stands is above the
 * limit. Plain IoU without an epsilon, so two empty boxes (0/0) leave each other alone.
 */
public final class Nms {

    /** The reference's {@code max_wh}: candidates of different classes are moved apart by this many pixels for each class. */
    private static final float CLASS_OFFSET_PIXELS = 7680;

    private Nms() {}

    /**
     * @param rows in descending score
     * @param indices of the candidates that take part, ascending
     * @param iouLimit compared with the 32-bit IoU as a double, as the reference's kernel does
     * @param maxKept stops when so many stand
     * @return indices of those that stand, best first
     */
    public static int[] suppress(CandidateRows rows, int[] indices, double iouLimit, boolean agnostic, int maxKept) {
        Boxes boxes = Boxes.of(rows, indices, agnostic);
        int[] kept = new int[Math.min(indices.length, maxKept)];
        int[] keptPositions = new int[kept.length];
        int count = 0;
        for (int i = 0; i < indices.length && count < kept.length; i++) {
            if (stands(boxes, i, keptPositions, count, iouLimit)) {
                keptPositions[count] = i;
                kept[count++] = indices[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean stands(Boxes boxes, int candidate, int[] kept, int count, double iouLimit) {
        for (int k = 0; k < count; k++) {
            if (boxes.iou(kept[k], candidate) > iouLimit) {
                return false;
            }
        }
        return true;
    }

    private record Boxes(float[] left, float[] top, float[] right, float[] bottom, float[] area) {

        static Boxes of(CandidateRows rows, int[] indices, boolean agnostic) {
            int size = indices.length;
            Boxes boxes =
                    new Boxes(new float[size], new float[size], new float[size], new float[size], new float[size]);
            for (int i = 0; i < size; i++) {
                int row = indices[i];
                float offset = agnostic ? 0 : rows.classIndex(row) * CLASS_OFFSET_PIXELS;
                boxes.left[i] = rows.left(row) + offset;
                boxes.top[i] = rows.top(row) + offset;
                boxes.right[i] = rows.right(row) + offset;
                boxes.bottom[i] = rows.bottom(row) + offset;
                boxes.area[i] = (boxes.right[i] - boxes.left[i]) * (boxes.bottom[i] - boxes.top[i]);
            }
            return boxes;
        }

        float iou(int a, int b) {
            float width = Math.max(0, Math.min(right[a], right[b]) - Math.max(left[a], left[b]));
            float height = Math.max(0, Math.min(bottom[a], bottom[b]) - Math.max(top[a], top[b]));
            float overlap = width * height;
            return overlap / (area[a] + area[b] - overlap);
        }
    }
}
