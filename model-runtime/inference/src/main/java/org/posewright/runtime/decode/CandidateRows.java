package org.posewright.runtime.decode;

import java.util.Arrays;

/**
 * People that a network proposes, as packed 32-bit floats in pixels of the network input, best score first; equal scores keep the
 * network's order. Immutable: accessors do not hand out the arrays.
 */
public final class CandidateRows {

    private static final int CORNERS = 4;

    private final float[] scores;
    private final int[] classes;
    private final float[] corners;
    private final float[] keypoints;
    private final int keypointValues;

    /**
     * @param corners four for each candidate: left, top, right, bottom
     * @param keypoints {@code keypointValues} for each candidate
     */
    CandidateRows(float[] scores, int[] classes, float[] corners, float[] keypoints, int keypointValues) {
        if (classes.length != scores.length
                || corners.length != CORNERS * scores.length
                || keypoints.length != keypointValues * scores.length) {
            throw new IllegalArgumentException("candidate arrays do not belong together");
        }
        this.scores = scores;
        this.classes = classes;
        this.corners = corners;
        this.keypoints = keypoints;
        this.keypointValues = keypointValues;
    }

    /** As the constructor, from arrays in descending score that the caller gives away, such as those of a cache. */
    public static CandidateRows ofSorted(
            float[] scores, int[] classes, float[] corners, float[] keypoints, int keypointValues) {
        for (int i = 1; i < scores.length; i++) {
            if (!(scores[i] <= scores[i - 1])) {
                throw new IllegalArgumentException("candidate " + i + " scores above the one before it");
            }
        }
        return new CandidateRows(scores, classes, corners, keypoints, keypointValues);
    }

    public int size() {
        return scores.length;
    }

    public int keypointValues() {
        return keypointValues;
    }

    public float score(int index) {
        return scores[index];
    }

    public int classIndex(int index) {
        return classes[index];
    }

    public float left(int index) {
        return corners[CORNERS * index];
    }

    public float top(int index) {
        return corners[CORNERS * index + 1];
    }

    public float right(int index) {
        return corners[CORNERS * index + 2];
    }

    public float bottom(int index) {
        return corners[CORNERS * index + 3];
    }

    /** Value {@code offset} of a candidate's keypoints: x0, y0, v0, x1, ... */
    public float keypointValue(int index, int offset) {
        return keypoints[keypointValues * index + offset];
    }

    /** How many candidates, counted from the best, score above a limit (compared as 32-bit floats). */
    public int countAbove(double confidence) {
        float limit = (float) confidence;
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] > limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CandidateRows that
                && keypointValues == that.keypointValues
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(classes, that.classes)
                && Arrays.equals(corners, that.corners)
                && Arrays.equals(keypoints, that.keypoints);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scores) * 31 + Arrays.hashCode(keypoints);
    }
}
