package org.posewright.runtime.preprocess;

/** Width and height of a network input in pixels. */
public record InputSize(int width, int height) {

    public InputSize {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("network input " + width + " x " + height + " is not positive");
        }
    }

    public static InputSize square(int side) {
        return new InputSize(side, side);
    }

    /** Both sides raised to the next multiple of the network's stride. */
    public InputSize raisedTo(int stride) {
        return new InputSize(raise(width, stride), raise(height, stride));
    }

    private static int raise(int side, int stride) {
        return Math.multiplyExact((side + stride - 1) / stride, stride);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
