package org.posewright.training.loss;

/**
 * The labels of one batch in pixels of the network input.
 *
 * @param images number of pictures in the batch, also those without a label
 * @param keypointCount points of each object
 * @param imageIndex picture of each object, ascending
 * @param classIndex class of each object
 * @param boxes {@code x1, y1, x2, y2} of each object
 * @param keypoints {@code x, y, v} of each point of each object; {@code v != 0} means labelled
 */
public record BatchTargets(
        int images, int keypointCount, int[] imageIndex, int[] classIndex, float[] boxes, float[] keypoints) {

    public BatchTargets {
        int count = imageIndex.length;
        if (classIndex.length != count || boxes.length != 4 * count || keypoints.length != 3 * keypointCount * count) {
            throw new IllegalArgumentException("labels of " + count + " objects have arrays of different lengths");
        }
    }

    public int count() {
        return imageIndex.length;
    }

    /** Whether the reference counts the box: the sum of its corners is positive. */
    boolean isValid(int object) {
        int at = 4 * object;
        return boxes[at] + boxes[at + 1] + boxes[at + 2] + boxes[at + 3] > 0;
    }
}
