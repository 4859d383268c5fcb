package org.posewright.training.draw;

/** The numbers of NumPy's global generator after {@code numpy.random.seed(seed)}; of a larger seed the lowest 32 bits count. */
final class NumpyRandom {

    private final MersenneTwister bits;
    /** The second number of a pair of normal ones; NaN when used up. */
    private double spare;

    NumpyRandom(long seed) {
        this(MersenneTwister.ofNumber((int) seed), Double.NaN);
    }

    private NumpyRandom(MersenneTwister bits, double spare) {
        this.bits = bits;
        this.spare = spare;
    }

    NumpyRandom copy() {
        return new NumpyRandom(bits.copy(), spare);
    }

    /** {@code numpy.random.uniform(-1, 1)}. */
    double symmetric() {
        return -1 + 2 * bits.nextDouble();
    }

    /** {@code numpy.random.beta(shape, shape)} of a shape above 1: from two gamma variates. */
    double beta(double shape) {
        double a = gamma(shape);
        return a / (a + gamma(shape));
    }

    /** Marsaglia and Tsang (2000), with NumPy's order of draws. */
    private double gamma(double shape) {
        double b = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * b);
        while (true) {
            double x = gaussian();
            double v = 1 + c * x;
            while (v <= 0) {
                x = gaussian();
                v = 1 + c * x;
            }
            v = v * v * v;
            double u = bits.nextDouble();
            if (u < 1 - 0.0331 * (x * x) * (x * x) || Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) {
                return b * v;
            }
        }
    }

    /** The polar method of Marsaglia and Bray (1964). */
    private double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x = symmetric();
        double y = symmetric();
        double square = x * x + y * y;
        while (square >= 1 || square == 0) {
            x = symmetric();
            y = symmetric();
            square = x * x + y * y;
        }
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        spare = factor * x;
        return factor * y;
    }
}
