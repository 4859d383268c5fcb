package org.posewright.training.draw;

import java.util.SplittableRandom;

/** The input size that {@code multi_scale} gives a batch: drawn for itself, so that resuming needs no state. */
public final class InputScale {

    private static final int STRIDE = 32;
    private static final long EPOCH_STEP = 0x9E3779B97F4A7C15L;

    private InputScale() {}

    /**
     * A multiple of the stride from half of {@code imageSize} to one and a half, in pixels.
     *
     * @param epoch 0-based
     * @param batch 0-based
     */
    public static int size(long seed, int epoch, int batch, int imageSize) {
        long start = new SplittableRandom(seed ^ EPOCH_STEP * (epoch + 1)).nextLong();
        int drawn = new SplittableRandom(start + batch).nextInt(imageSize / 2, imageSize + imageSize / 2 + STRIDE);
        return drawn / STRIDE * STRIDE;
    }
}
