package org.posewright.training.augment;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers that depend on what they are for, not on who asked first: the same for any number of threads. */
public final class SampleRandom {

    private SampleRandom() {}

    /** The numbers for one picture in one epoch. */
    public static RandomGenerator ofSample(long seed, int epoch, int index) {
        return new SplittableRandom(mixed(mixed(mixed(seed) + epoch) + index));
    }

    /** The numbers that put an epoch's pictures in order. */
    public static RandomGenerator ofEpoch(long seed, int epoch) {
        return new SplittableRandom(mixed(mixed(~seed) + epoch));
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014). */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
