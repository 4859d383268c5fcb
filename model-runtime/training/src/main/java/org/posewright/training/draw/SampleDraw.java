package org.posewright.training.draw;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that chance decides about one training sample.
 *
 * @param picture its number in the training set
 * @param mixUp absent for most samples
 * @param flipUd whether it is turned upside down; likewise {@code flipLr} for left and right, {@code swapsChannels} for red and blue
 */
public record SampleDraw(
        int picture,
        Geometry geometry,
        Optional<MixUp> mixUp,
        Color color,
        boolean flipUd,
        boolean flipLr,
        boolean swapsChannels) {

    /** Where pixels go. */
    public record Geometry(Optional<Mosaic> mosaic, Perspective perspective) {}

    /**
     * @param partners numbers of the three other pictures: top right, bottom left, bottom right
     * @param centerX where the four meet, in pixels of a canvas of twice the input size
     */
    public record Mosaic(int[] partners, int centerX, int centerY) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Mosaic that
                    && Arrays.equals(partners, that.partners)
                    && centerX == that.centerX
                    && centerY == that.centerY;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(partners) * 31 + centerX * 7 + centerY;
        }
    }

    /**
     * @param tiltX perspective coefficient
     * @param degrees rotation, counter-clockwise on the screen
     * @param gain change of size as a factor
     * @param shearX in degrees
     * @param shiftX where the middle of the sample goes, as a fraction of the input's width
     */
    public record Perspective(
            double tiltX,
            double tiltY,
            double degrees,
            double gain,
            double shearX,
            double shearY,
            double shiftX,
            double shiftY) {}

    /** @param ratio share of the first picture */
    public record MixUp(int partner, Geometry geometry, double ratio) {}

    /** Relative changes of hue, saturation and value. */
    public record Color(double hue, double saturation, double value) {

        static final Color NONE = new Color(0, 0, 0);

        public boolean isNone() {
            return equals(NONE);
        }
    }
}
