package org.posewright.training.data;

/** Width and height of a network input in pixels. */
public record BatchShape(int width, int height) {

    private static final int STRIDE = 32;

    public static BatchShape square(int side) {
        return new BatchShape(side, side);
    }

    /**
     * The smallest shape of whole strides that fits pictures between two aspect ratios (height by width) whose longer side is
     * {@code longSide}.
     *
     * @param padding slack in strides: 0.5 in validation, 0 in training
     */
    public static BatchShape fitting(double lowestRatio, double highestRatio, int longSide, double padding) {
        double height = 1;
        double width = 1;
        if (highestRatio < 1) {
            height = highestRatio;
        } else if (lowestRatio > 1) {
            width = 1 / lowestRatio;
        }
        return new BatchShape(rounded(width, longSide, padding), rounded(height, longSide, padding));
    }

    private static int rounded(double share, int longSide, double padding) {
        return (int) Math.ceil(share * longSide / STRIDE + padding) * STRIDE;
    }
}
