package org.posewright.app.sample;

import java.util.random.RandomGenerator;

/**
 * Lengths and thicknesses of one body, metres.
 *
 * @param girth multiplies every thickness
 */
record BodyShape(
        double torso,
        double shoulderHalf,
        double hipHalf,
        double upperArm,
        double foreArm,
        double thigh,
        double shin,
        double head,
        double girth) {

    /** Men, women and children, slim and stout. */
    static BodyShape random(RandomGenerator random) {
        double age = random.nextDouble();
        boolean child = age < 0.18;
        double size = child ? 0.55 + 0.25 * random.nextDouble() : 0.93 + 0.14 * random.nextDouble();
        double headSize = child ? 0.92 + 0.08 * random.nextDouble() : 0.95 + 0.1 * random.nextDouble();
        double shoulders = 0.165 + 0.035 * random.nextDouble();
        double hips = 0.095 + 0.025 * random.nextDouble();
        double girth = (0.82 + 0.5 * random.nextDouble()) * (child ? 0.8 : 1);
        return new BodyShape(
                0.49 * size * spread(random),
                shoulders * size,
                hips * size,
                0.29 * size * spread(random),
                0.25 * size * spread(random),
                0.43 * size * spread(random),
                0.41 * size * spread(random),
                headSize,
                girth);
    }

    private static double spread(RandomGenerator random) {
        return 0.95 + 0.1 * random.nextDouble();
    }
}
