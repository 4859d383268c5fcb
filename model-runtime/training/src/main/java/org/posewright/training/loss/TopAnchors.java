package org.posewright.training.loss;

/** The anchors with the highest values seen so far, best first; among equals the one seen first. */
final class TopAnchors {

    private final int[] anchors;
    private final float[] values;
    private int size;

    TopAnchors(int capacity) {
        anchors = new int[capacity];
        values = new float[capacity];
    }

    void offer(int anchor, float value) {
        if (size == anchors.length && value <= values[size - 1]) {
            return;
        }
        int at = size < anchors.length ? size++ : size - 1;
        while (at > 0 && values[at - 1] < value) {
            anchors[at] = anchors[at - 1];
            values[at] = values[at - 1];
            at--;
        }
        anchors[at] = anchor;
        values[at] = value;
    }

    int size() {
        return size;
    }

    int anchor(int index) {
        return anchors[index];
    }
}
