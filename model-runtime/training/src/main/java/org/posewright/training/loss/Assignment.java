package org.posewright.training.loss;

import java.util.Arrays;

/** Which anchors of one picture learn which label: parallel arrays, anchors ascending. */
final class Assignment {

    private int[] anchors = new int[64];
    private int[] objects = new int[64];
    private float[] scores = new float[64];
    private int size;

    void add(int anchor, int object, float score) {
        if (size == anchors.length) {
            anchors = Arrays.copyOf(anchors, 2 * size);
            objects = Arrays.copyOf(objects, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        anchors[size] = anchor;
        objects[size] = object;
        scores[size++] = score;
    }

    int size() {
        return size;
    }

    int anchor(int index) {
        return anchors[index];
    }

    /** Row of the label in {@link BatchTargets}. */
    int object(int index) {
        return objects[index];
    }

    /** Target of the class score of that anchor. */
    float score(int index) {
        return scores[index];
    }
}
