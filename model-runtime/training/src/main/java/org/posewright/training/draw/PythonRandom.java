package org.posewright.training.draw;

/** The numbers of Python's {@code random} module after {@code random.seed(seed)}. */
final class PythonRandom {

    private final MersenneTwister bits;

    PythonRandom(long seed) {
        this(MersenneTwister.ofKey(Math.abs(seed)));
    }

    private PythonRandom(MersenneTwister bits) {
        this.bits = bits;
    }

    PythonRandom copy() {
        return new PythonRandom(bits.copy());
    }

    /** {@code random.random()}: from 0 to below 1. */
    double unit() {
        return bits.nextDouble();
    }

    /** {@code random.uniform(low, high)}. */
    double uniform(double low, double high) {
        return low + (high - low) * bits.nextDouble();
    }

    /** {@code random.uniform(-limit, limit)}. */
    double symmetric(double limit) {
        return uniform(-limit, limit);
    }

    /** {@code random.randint(0, count - 1)}: as many bits as {@code count} has, until they fall below it. */
    int below(int count) {
        int shift = Integer.numberOfLeadingZeros(count);
        int value = bits.nextWord() >>> shift;
        while (value >= count) {
            value = bits.nextWord() >>> shift;
        }
        return value;
    }

    /** The place that {@code random.choices} takes from a list of {@code count}. */
    int choice(int count) {
        return (int) Math.floor(bits.nextDouble() * count);
    }
}
