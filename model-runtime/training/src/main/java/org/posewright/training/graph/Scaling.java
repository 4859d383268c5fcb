package org.posewright.training.graph;

/**
 * Compound scaling of a family.
 *
 * @param depth factor on repeat counts above one
 * @param width factor on channel counts
 * @param maxChannels cap on nominal channel counts before the factor is applied
 */
public record Scaling(double depth, double width, int maxChannels) {
    /** Real number of repeats; halves round to even, as in the reference. */
    public int repeats(int nominal) {
        return nominal > 1 ? Math.max((int) Math.rint(nominal * depth), 1) : nominal;
    }

    /** Real number of channels, a multiple of eight. */
    public int channels(int nominal) {
        return (int) Math.ceil(Math.min(nominal, maxChannels) * width / 8) * 8;
    }
}
