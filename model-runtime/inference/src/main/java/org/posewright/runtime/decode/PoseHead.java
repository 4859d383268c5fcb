package org.posewright.runtime.decode;

/**
 * What a pose network's columns mean.
 *
 * @param classCount number of class probabilities in each raw column
 * @param valuesPerKeypoint 3 for x, y, visibility probability; 2 for x, y
 */
public record PoseHead(int classCount, int keypointCount, int valuesPerKeypoint, OutputLayout layout) {

    private static final int BOX_VALUES = 4;
    private static final int ROW_VALUES = 6;

    public PoseHead {
        if (classCount < 1 || keypointCount < 1 || valuesPerKeypoint < 2 || valuesPerKeypoint > 3) {
            throw new IllegalArgumentException(
                    "a pose head has at least one class, one keypoint and 2 or 3 values each, not " + classCount + ", "
                            + keypointCount + ", " + valuesPerKeypoint);
        }
    }

    /** Values of all keypoints of one person: K*D. */
    public int keypointValues() {
        return keypointCount * valuesPerKeypoint;
    }

    /** Values of one anchor in the raw layout. */
    public int rawChannels() {
        return BOX_VALUES + classCount + keypointValues();
    }

    /** Values of one row in the end-to-end layout. */
    public int rowLength() {
        return ROW_VALUES + keypointValues();
    }
}
