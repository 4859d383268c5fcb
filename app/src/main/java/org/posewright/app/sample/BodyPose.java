package org.posewright.app.sample;

import java.util.function.Supplier;
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
        return new Draft(random).shape(kind).finish();
    }

    /** A pose being made: at rest first, then bent into an activity. */
    private static final class Draft {
        private final RandomGenerator random;
        private final double[][] arms;
        private final double[][] legs;
        private double lean;
        private final int side;
        private final double swing;

        Draft(RandomGenerator random) {
            this.random = random;
            arms = new double[][] {restingArm(), restingArm()};
            legs = new double[][] {standingLeg(), standingLeg()};
            lean = 0.12 * random.nextGaussian();
            side = random.nextInt(2);
            swing = 0.25 + 0.35 * random.nextDouble();
        }

        Draft shape(Kind kind) {
            switch (kind) {
                case STAND -> lean *= 0.5;
                case WALK -> stride(swing, 0.3);
                case RUN -> run();
                case REACH -> oneOrBothArms(this::reachingArm);
                case WAVE -> arms[side] = arm(between(1.3, 2.0), 0.2, between(0.6, 1.8), -1.2);
                case SPREAD -> spread();
                case SIT -> sit();
                case CROUCH -> crouch();
                case JUMP -> jump();
                case AKIMBO -> oneOrBothArms(() -> arm(0.75, -0.15, 1.75, 1.3));
                case KICK -> kick();
                case BEND -> bend();
            }
            return this;
        }

        BodyPose finish() {
            return new BodyPose(
                    lean,
                    0.09 * random.nextGaussian(),
                    0.2 * random.nextGaussian(),
                    0.35 * random.nextGaussian(),
                    0.15 * random.nextGaussian() - 0.4 * Math.max(0, lean),
                    arms,
                    legs);
        }

        private void stride(double reach, double bend) {
            legs[side][1] = reach;
            legs[side][2] = bend * random.nextDouble();
            legs[1 - side][1] = -0.7 * reach;
            legs[1 - side][2] = bend * (0.3 + 0.7 * random.nextDouble());
            arms[side][1] = -0.7 * reach;
            arms[1 - side][1] = 0.8 * reach;
        }

        private void run() {
            stride(swing + 0.45, 1.3);
            arms[0][2] = 1.3 + 0.5 * random.nextDouble();
            arms[1][2] = 1.3 + 0.5 * random.nextDouble();
            lean += 0.2;
        }

        private void oneOrBothArms(Supplier<double[]> arm) {
            arms[side] = arm.get();
            if (random.nextBoolean()) {
                arms[1 - side] = arm.get();
            }
        }

        private double[] reachingArm() {
            return arm(between(0.1, 0.6), between(1.2, 2.8), between(0, 0.7), 0.2);
        }

        private void spread() {
            arms[0] = arm(between(1.1, 2.6), 0.1, between(0, 0.5), -0.6);
            arms[1] = arm(between(1.1, 2.6), 0.1, between(0, 0.5), -0.6);
            legs[0][0] += 0.25;
            legs[1][0] += 0.25;
        }

        private void sit() {
            legs[0] = leg(between(0, 0.35), between(1.35, 1.6), between(1.2, 1.7));
            legs[1] = leg(between(0, 0.35), between(1.35, 1.6), between(1.2, 1.7));
            arms[side][1] += 0.6;
            arms[side][2] = between(0.6, 1.5);
        }

        private void crouch() {
            legs[0] = leg(between(0.1, 0.5), between(1.5, 2.0), between(1.9, 2.3));
            legs[1] = leg(between(0.1, 0.5), between(1.3, 2.0), between(1.7, 2.3));
            lean += between(0.3, 0.7);
            arms[side][1] += 0.8;
        }

        private void jump() {
            legs[0] = leg(between(0, 0.4), between(0, 1.0), between(0.2, 1.4));
            legs[1] = leg(between(0, 0.4), between(0, 1.0), between(0.2, 1.4));
            arms[0] = arm(between(0.8, 2.7), between(0, 0.8), between(0, 0.9), -0.4);
            arms[1] = arm(between(0.8, 2.7), between(0, 0.8), between(0, 0.9), -0.4);
        }

        private void kick() {
            legs[side] = leg(between(0, 0.4), between(0.6, 1.5), between(0, 0.7));
            arms[1 - side][0] += 0.7;
            lean -= 0.15;
        }

        private void bend() {
            lean += between(0.5, 1.1);
            arms[0][1] += 0.5;
            arms[1][1] += 0.5;
        }

        private double[] restingArm() {
            return arm(between(0.05, 0.35), 0.25 * random.nextGaussian(), between(0, 0.8), between(0, 0.5));
        }

        private double[] standingLeg() {
            return leg(between(0, 0.18), 0.1 * random.nextGaussian(), between(0, 0.2));
        }

        private static double[] arm(double sideways, double forward, double elbow, double inward) {
            return new double[] {sideways, forward, elbow, inward};
        }

        private static double[] leg(double spread, double forward, double knee) {
            return new double[] {spread, forward, knee};
        }

        private double between(double low, double high) {
            return low + (high - low) * random.nextDouble();
        }
    }
}
