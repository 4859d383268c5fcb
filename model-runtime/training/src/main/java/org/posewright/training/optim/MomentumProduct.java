package org.posewright.training.optim;

/** NAdam's momentum of every step, and the product of all so far. Not thread-safe. */
final class MomentumProduct {

    private static final double SHARE = 0.5;
    private static final double BASE = 0.96;
    private static final double DECAY = 0.004;

    private final double beta1;
    private long steps;
    private double product = 1;

    MomentumProduct(double beta1) {
        this.beta1 = beta1;
    }

    double factor(long step) {
        return beta1 * (1 - SHARE * Math.pow(BASE, step * DECAY));
    }

    /** Over steps 1 to {@code step}; cheap when asked for step after step. */
    double through(long step) {
        if (step < steps) {
            steps = 0;
            product = 1;
        }
        while (steps < step) {
            steps++;
            product *= factor(steps);
        }
        return product;
    }
}
