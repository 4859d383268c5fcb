package org.posewright.runtime.decode;

import java.util.Arrays;

/** Gathers candidates while a decoder walks through a network's output, then sorts them; not thread-safe. */
final class CandidateCollector {

    private static final int CORNERS = 4;
    private static final int FIRST_CAPACITY = 64;

    private final int keypointValues;
    private int size;
    private float[] scores = new float[FIRST_CAPACITY];
    private int[] classes = new int[FIRST_CAPACITY];
    private float[] corners = new float[CORNERS * FIRST_CAPACITY];
    private float[] keypoints;

    CandidateCollector(int keypointValues) {
        this.keypointValues = keypointValues;
        this.keypoints = new float[keypointValues * FIRST_CAPACITY];
    }

    /**
     * Adds a candidate; its keypoint values are {@code source[offset + i * step]}.
     *
     * @throws IllegalArgumentException if a value is not finite: the network overflowed, and nothing it says can be trusted
     */
    void add(float score, int classIndex, Corners box, float[] source, int offset, int step) {
        if (size == scores.length) {
            grow();
        }
        requireFinite(score + box.left() + box.top() + box.right() + box.bottom());
        scores[size] = score;
        classes[size] = classIndex;
        corners[CORNERS * size] = box.left();
        corners[CORNERS * size + 1] = box.top();
        corners[CORNERS * size + 2] = box.right();
        corners[CORNERS * size + 3] = box.bottom();
        int target = keypointValues * size;
        for (int i = 0; i < keypointValues; i++) {
            float value = source[offset + i * step];
            requireFinite(value);
            keypoints[target + i] = value;
        }
        size++;
    }

    private static void requireFinite(float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the model answers with numbers that are not finite; a half-precision model"
                            + " may overflow on this device, try the 32-bit export");
        }
    }

    /** The best {@code limit} candidates in descending score; equal scores stay in the order in which they were added. */
    CandidateRows sorted(int limit) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            // Scores are not negative, so their bits order like the numbers; inverted for descending order, index
            // breaks ties.
            order[i] = (long) ~Float.floatToIntBits(scores[i]) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        int kept = Math.min(size, limit);
        float[] sortedScores = new float[kept];
        int[] sortedClasses = new int[kept];
        float[] sortedCorners = new float[CORNERS * kept];
        float[] sortedKeypoints = new float[keypointValues * kept];
        for (int i = 0; i < kept; i++) {
            int from = (int) order[i];
            sortedScores[i] = scores[from];
            sortedClasses[i] = classes[from];
            System.arraycopy(corners, CORNERS * from, sortedCorners, CORNERS * i, CORNERS);
            System.arraycopy(keypoints, keypointValues * from, sortedKeypoints, keypointValues * i, keypointValues);
        }
        return new CandidateRows(sortedScores, sortedClasses, sortedCorners, sortedKeypoints, keypointValues);
    }

    private void grow() {
        int capacity = 2 * scores.length;
        scores = Arrays.copyOf(scores, capacity);
        classes = Arrays.copyOf(classes, capacity);
        corners = Arrays.copyOf(corners, CORNERS * capacity);
        keypoints = Arrays.copyOf(keypoints, keypointValues * capacity);
    }

    /** A box in pixels of the network input. */
    record Corners(float left, float top, float right, float bottom) {

        /** From centre and size, halves first as the reference does in 32 bits. */
        static Corners ofCenter(float centerX, float centerY, float width, float height) {
            float halfWidth = width / 2;
            float halfHeight = height / 2;
            return new Corners(centerX - halfWidth, centerY - halfHeight, centerX + halfWidth, centerY + halfHeight);
        }
    }
}
