package org.posewright.training.graph;

/**
 * Everything that determines names and shapes of a YOLO-pose network's weights.
 *
 * @param classCount number of classes ({@code nc})
 * @param keypointCount keypoints per person ({@code kpt_shape[0]})
 * @param keypointDimensions 2 for x, y; 3 with visibility ({@code kpt_shape[1]})
 */
public record NetworkSpec(
        ModelFamily family, ModelScale scale, int classCount, int keypointCount, int keypointDimensions) {
    /** Pixels per cell of the three levels, finest first. */
    public static final int[] STRIDES = {8, 16, 32};
    /** Bins of the distribution that encodes each box side. */
    public static final int BOX_BINS = 16;

    public NetworkSpec {
        if (classCount < 1) {
            throw new IllegalArgumentException("A network needs at least one class, not " + classCount + ".");
        }
        if (keypointCount < 1) {
            throw new IllegalArgumentException(
                    "A pose network needs at least one keypoint, not " + keypointCount + ".");
        }
        if (keypointDimensions != 2 && keypointDimensions != 3) {
            throw new IllegalArgumentException("Keypoints have 2 or 3 values each, not " + keypointDimensions + ".");
        }
    }

    /** COCO's person with 17 keypoints. */
    public static NetworkSpec coco(ModelFamily family, ModelScale scale) {
        return new NetworkSpec(family, scale, 1, 17, 3);
    }

    /** Channels of the keypoint branch. */
    public int keypointChannels() {
        return keypointCount * keypointDimensions;
    }

    /** Rows of the decoded output: box, class scores, keypoints. */
    public int outputRows() {
        return 4 + classCount + keypointChannels();
    }

    /** Index of the head layer. */
    public int headIndex() {
        return family.rows().size() - 1;
    }

    /** Published name, such as {@code yolo11n-pose}. */
    public String modelName() {
        return family.prefix() + scale.letter() + "-pose";
    }

    public NetworkSpec withHead(int classes, int keypoints, int dimensions) {
        return new NetworkSpec(family, scale, classes, keypoints, dimensions);
    }

    /** Number of cells of all levels for an input whose sides are multiples of 32. */
    public static int anchorCount(int inputHeight, int inputWidth) {
        int count = 0;
        for (int stride : STRIDES) {
            count += inputHeight / stride * (inputWidth / stride);
        }
        return count;
    }
}
