package org.posewright.app.sample;

import java.util.random.RandomGenerator;

/**
 * Angles of the joints, radians.
 *
 * @param arms left and right: raised sideways, raised forward, elbow bent, elbow's bend turned inward
 * @param legs left and right: spread, raised forward, knee bent
 */
record BodyPose(
        double lean, double tilt, double twist, double headYaw, double headPitch, double[][] arms, double[][] legs) {

    private enum Kind {
        STAND,
        WALK,
        RUN,
        REACH,
        WAVE,
        SPREAD,
        SIT,
        CROUCH,
        JUMP,
        AKIMBO,
        KICK,
        BEND
    }

    /** A plausible pose: one of a dozen activities with its own variation. */
    static BodyPose random(RandomGenerator random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        double[][] arms = {restingArm(random), restingArm(random)};
        double[][] legs = {standingLeg(random), standingLeg(random)};
        double lean = 0.12 * random.nextGaussian();
        int side = random.nextInt(2);
        double swing = 0.25 + 0.35 * random.nextDouble();
        switch (kind) {
            case STAND -> lean *= 0.5;
            case WALK -> stride(random, arms, legs, side, swing, 0.3);
            case RUN -> {
                stride(random, arms, legs, side, swing + 0.45, 1.3);
                arms[0][2] = 1.3 + 0.5 * random.nextDouble();
                arms[1][2] = 1.3 + 0.5 * random.nextDouble();
                lean += 0.2;
            }
            case REACH -> {
                arms[side] =
                        new double[] {between(random, 0.1, 0.6), between(random, 1.2, 2.8), between(random, 0, 0.7), 0.2
                        };
                if (random.nextBoolean()) {
                    arms[1 - side] = new double[] {
                        between(random, 0.1, 0.6), between(random, 1.2, 2.8), between(random, 0, 0.7), 0.2
                    };
                }
            }
            case WAVE -> arms[side] = new double[] {between(random, 1.3, 2.0), 0.2, between(random, 0.6, 1.8), -1.2};
            case SPREAD -> {
                arms[0] = new double[] {between(random, 1.1, 2.6), 0.1, between(random, 0, 0.5), -0.6};
                arms[1] = new double[] {between(random, 1.1, 2.6), 0.1, between(random, 0, 0.5), -0.6};
                legs[0][0] += 0.25;
                legs[1][0] += 0.25;
            }
            case SIT -> {
                legs[0] =
                        new double[] {between(random, 0, 0.35), between(random, 1.35, 1.6), between(random, 1.2, 1.7)};
                legs[1] =
                        new double[] {between(random, 0, 0.35), between(random, 1.35, 1.6), between(random, 1.2, 1.7)};
                arms[side][1] += 0.6;
                arms[side][2] = between(random, 0.6, 1.5);
            }
            case CROUCH -> {
                legs[0] =
                        new double[] {between(random, 0.1, 0.5), between(random, 1.5, 2.0), between(random, 1.9, 2.3)};
                legs[1] =
                        new double[] {between(random, 0.1, 0.5), between(random, 1.3, 2.0), between(random, 1.7, 2.3)};
                lean += between(random, 0.3, 0.7);
                arms[side][1] += 0.8;
            }
            case JUMP -> {
                legs[0] = new double[] {between(random, 0, 0.4), between(random, 0, 1.0), between(random, 0.2, 1.4)};
                legs[1] = new double[] {between(random, 0, 0.4), between(random, 0, 1.0), between(random, 0.2, 1.4)};
                arms[0] =
                        new double[] {between(random, 0.8, 2.7), between(random, 0, 0.8), between(random, 0, 0.9), -0.4
                        };
                arms[1] =
                        new double[] {between(random, 0.8, 2.7), between(random, 0, 0.8), between(random, 0, 0.9), -0.4
                        };
            }
            case AKIMBO -> {
                arms[side] = new double[] {0.75, -0.15, 1.75, 1.3};
                if (random.nextBoolean()) {
                    arms[1 - side] = new double[] {0.75, -0.15, 1.75, 1.3};
                }
            }
            case KICK -> {
                legs[side] = new double[] {between(random, 0, 0.4), between(random, 0.6, 1.5), between(random, 0, 0.7)};
                arms[1 - side][0] += 0.7;
                lean -= 0.15;
            }
            case BEND -> {
                lean += between(random, 0.5, 1.1);
                arms[0][1] += 0.5;
                arms[1][1] += 0.5;
            }
        }
        return new BodyPose(
                lean,
                0.09 * random.nextGaussian(),
                0.2 * random.nextGaussian(),
                0.35 * random.nextGaussian(),
                0.15 * random.nextGaussian() - 0.4 * Math.max(0, lean),
                arms,
                legs);
    }

    private static void stride(
            RandomGenerator random, double[][] arms, double[][] legs, int side, double swing, double bend) {
        legs[side][1] = swing;
        legs[side][2] = bend * random.nextDouble();
        legs[1 - side][1] = -0.7 * swing;
        legs[1 - side][2] = bend * (0.3 + 0.7 * random.nextDouble());
        arms[side][1] = -0.7 * swing;
        arms[1 - side][1] = 0.8 * swing;
    }

    private static double[] restingArm(RandomGenerator random) {
        return new double[] {
            between(random, 0.05, 0.35), 0.25 * random.nextGaussian(), between(random, 0, 0.8), between(random, 0, 0.5)
        };
    }

    private static double[] standingLeg(RandomGenerator random) {
        return new double[] {between(random, 0, 0.18), 0.1 * random.nextGaussian(), between(random, 0, 0.2)};
    }

    private static double between(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
