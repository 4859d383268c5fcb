package org.posewright.app.sample;

/**
 * The joints of one body in metres, pelvis at the origin, already turned towards the camera.
 *
 * @param joints COCO's 17 points in COCO's order
 * @param neck where head and torso meet
 * @param headCenter centre of the skull
 * @param head directions of the head
 * @param chest directions of the torso
 * @param toes tips of the left and right foot
 */
record Body(Vec[] joints, Vec neck, Vec headCenter, Frame head, Frame chest, Vec[] toes) {

    static final int NOSE = 0;
    static final int LEFT_EYE = 1;
    static final int LEFT_EAR = 3;
    static final int LEFT_SHOULDER = 5;
    static final int LEFT_ELBOW = 7;
    static final int LEFT_WRIST = 9;
    static final int LEFT_HIP = 11;
    static final int LEFT_KNEE = 13;
    static final int LEFT_ANKLE = 15;
    static final int JOINTS = 17;

    /**
     * @param facing turn of the whole body about the vertical, radians; 0 faces the camera
     */
    static Body of(BodyShape shape, BodyPose pose, double facing) {
        Frame hips = Frame.WORLD.yawed(facing);
        Frame chest = hips.yawed(pose.twist()).pitched(pose.lean()).rolled(pose.tilt());
        Vec[] joints = new Vec[JOINTS];
        Vec[] toes = new Vec[2];
        Vec chestTop = chest.at(0, shape.torso(), 0);
        Vec neck = chestTop.plus(chest.at(0, 0.06 * shape.head(), 0.01));
        Frame head = chest.yawed(pose.headYaw()).pitched(pose.headPitch());
        Vec headCenter = neck.plus(head.at(0, 0.135 * shape.head(), 0.02));
        face(joints, headCenter, head, shape.head());
        for (int side = 0; side < 2; side++) {
            double sign = side == 0 ? 1 : -1;
            arm(joints, side, sign, chestTop.plus(chest.at(sign * shape.shoulderHalf(), -0.02, 0)), chest, shape, pose);
            leg(joints, toes, side, sign, hips, shape, pose);
        }
        return new Body(joints, neck, headCenter, head, chest, toes);
    }

    private static void face(Vec[] joints, Vec center, Frame head, double size) {
        joints[NOSE] = center.plus(head.at(0, -0.01 * size, 0.112 * size));
        for (int side = 0; side < 2; side++) {
            double sign = side == 0 ? 1 : -1;
            joints[LEFT_EYE + side] = center.plus(head.at(sign * 0.034 * size, 0.026 * size, 0.088 * size));
            joints[LEFT_EAR + side] = center.plus(head.at(sign * 0.086 * size, 0.002 * size, -0.004 * size));
        }
    }

    private static void arm(
            Vec[] joints, int side, double sign, Vec shoulder, Frame chest, BodyShape shape, BodyPose pose) {
        double[] arm = pose.arms()[side];
        Vec outward = chest.left().times(sign);
        Vec upper = chest.up()
                .times(-1)
                .turnedTowards(chest.forward(), arm[1])
                .turnedTowards(outward, arm[0])
                .unit();
        Vec bend = chest.forward().times(Math.cos(arm[3])).minus(outward.times(Math.sin(arm[3])));
        Vec lower = upper.turnedTowards(arm[3] < 0 ? bend.plus(chest.up()) : bend, arm[2]);
        joints[LEFT_SHOULDER + side] = shoulder;
        joints[LEFT_ELBOW + side] = shoulder.plus(upper.times(shape.upperArm()));
        joints[LEFT_WRIST + side] = joints[LEFT_ELBOW + side].plus(lower.times(shape.foreArm()));
    }

    private static void leg(
            Vec[] joints, Vec[] toes, int side, double sign, Frame hips, BodyShape shape, BodyPose pose) {
        double[] leg = pose.legs()[side];
        Vec outward = hips.left().times(sign);
        Vec upper = hips.up()
                .times(-1)
                .turnedTowards(hips.forward(), leg[1])
                .turnedTowards(outward, leg[0])
                .unit();
        Vec backward = hips.forward().times(-1);
        Vec lower = leg[2] < 1e-6
                ? upper
                : upper.turnedTowards(leg[1] > 0.8 ? hips.up().times(-1).plus(backward.times(0.3)) : backward, leg[2]);
        joints[LEFT_HIP + side] = hips.at(sign * shape.hipHalf(), 0, 0);
        joints[LEFT_KNEE + side] = joints[LEFT_HIP + side].plus(upper.times(shape.thigh()));
        joints[LEFT_ANKLE + side] = joints[LEFT_KNEE + side].plus(lower.times(shape.shin()));
        Vec toeDirection =
                hips.forward().minus(lower.times(hips.forward().dot(lower))).unit();
        toes[side] =
                joints[LEFT_ANKLE + side].plus(lower.times(0.055)).plus(toeDirection.times(0.16 * shape.shin() / 0.41));
    }
}
