package org.posewright.training.graph;

/**
 * Geometry of a convolution unit; padding is always half the kernel.
 *
 * @param activated whether SiLU follows
 */
public record ConvSpec(int outChannels, int kernel, int stride, int groups, boolean activated) {
    static ConvSpec of(int outChannels, int kernel) {
        return new ConvSpec(outChannels, kernel, 1, 1, true);
    }

    ConvSpec strided(int newStride) {
        return new ConvSpec(outChannels, kernel, newStride, groups, activated);
    }

    ConvSpec grouped(int newGroups) {
        return new ConvSpec(outChannels, kernel, stride, newGroups, activated);
    }

    ConvSpec linear() {
        return new ConvSpec(outChannels, kernel, stride, groups, false);
    }

    public int padding() {
        return kernel / 2;
    }
}
