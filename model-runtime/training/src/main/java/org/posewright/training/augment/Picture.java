package org.posewright.training.augment;

/**
 * Pixels in memory: 8 bits, blue-green-red, row by row without gaps. The array is not copied; nobody writes into it once the
 * picture exists.
 */
public record Picture(int width, int height, byte[] bgr) {

    /** Grey value of every padding. */
    public static final int PADDING_VALUE = 114;

    public static final int CHANNELS = 3;

    public Picture {
        if (width <= 0 || height <= 0 || bgr.length != width * height * CHANNELS) {
            throw new IllegalArgumentException(bgr.length + " bytes for a picture of " + width + " x " + height);
        }
    }
}
