package org.posewright.training.loss;

/**
 * How the raw outputs of a pose head are laid out.
 *
 * @param bins of the distribution for each side of a box
 * @param classes number of class logits behind the bins
 * @param keypoints number of points
 * @param valuesPerKeypoint 2 (x, y) or 3 (x, y, visibility logit)
 */
public record HeadLayout(int bins, int classes, int keypoints, int valuesPerKeypoint) {

    /** The bins of every YOLOv8 and YOLO11 head. */
    public static final int DEFAULT_BINS = 16;

    public int boxChannels() {
        return 4 * bins;
    }

    public int keypointChannels() {
        return keypoints * valuesPerKeypoint;
    }
}
