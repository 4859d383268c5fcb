package org.posewright.annotations.evaluation.suspect;

import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * Tells whether left and right agree with the face: with "up" from hips to shoulders, a person whose whole face is in sight has their
 * left to the right of it in the picture, a person whose whole face is hidden (seen from behind) has it to the left. Knows COCO's
 * names; silent on other skeletons and on people in between.
 */
final class FacingRule {

    private static final double BROAD_SHOULDERS = 0.4;
    private static final double HIDDEN_FACE_WEIGHT = 0.6;

    private final int nose;
    private final int leftEye;
    private final int rightEye;
    private final int leftEar;
    private final int rightEar;
    private final int leftShoulder;
    private final int rightShoulder;
    private final int leftHip;
    private final int rightHip;

    FacingRule(Skeleton skeleton) {
        nose = skeleton.keypointNames().indexOf("nose");
        leftEye = skeleton.keypointNames().indexOf("left_eye");
        rightEye = skeleton.keypointNames().indexOf("right_eye");
        leftEar = skeleton.keypointNames().indexOf("left_ear");
        rightEar = skeleton.keypointNames().indexOf("right_ear");
        leftShoulder = skeleton.keypointNames().indexOf("left_shoulder");
        rightShoulder = skeleton.keypointNames().indexOf("right_shoulder");
        leftHip = skeleton.keypointNames().indexOf("left_hip");
        rightHip = skeleton.keypointNames().indexOf("right_hip");
    }

    /** How strongly left and right contradict a face in sight, in [0, 1]; 0 when they agree or nothing can be said. */
    double contradiction(Keypoints p) {
        int[] needed = {nose, leftEye, rightEye, leftShoulder, rightShoulder, leftHip, rightHip};
        for (int k : needed) {
            if (k < 0 || !p.isLabeled(k)) {
                return 0;
            }
        }
        boolean faceInSight = isWholeFace(p, Visibility.VISIBLE);
        boolean faceHidden = isWholeFace(p, Visibility.OCCLUDED) && isSeenFromBehind(p);
        if (!faceInSight && !faceHidden) {
            return 0;
        }
        double upX = (p.x(leftShoulder) + p.x(rightShoulder) - p.x(leftHip) - p.x(rightHip)) / 2;
        double upY = (p.y(leftShoulder) + p.y(rightShoulder) - p.y(leftHip) - p.y(rightHip)) / 2;
        double torso = Math.hypot(upX, upY);
        if (torso == 0) {
            return 0;
        }
        double shoulders = rightward(p, rightShoulder, leftShoulder, upX / torso, upY / torso) / torso;
        double hips = rightward(p, rightHip, leftHip, upX / torso, upY / torso) / torso;
        double eyes = rightward(p, rightEye, leftEye, upX / torso, upY / torso);
        double side = faceInSight ? -1 : 1;
        boolean allReversed = side * shoulders > BROAD_SHOULDERS && side * hips > 0 && side * eyes > 0;
        double weight = faceInSight ? 1 : HIDDEN_FACE_WEIGHT;
        return allReversed ? weight * Math.min(1, side * shoulders) : 0;
    }

    /** Shoulders and an ear in sight: nothing stands before the face but the head itself. */
    private boolean isSeenFromBehind(Keypoints p) {
        boolean anEar = isVisible(p, leftEar) || isVisible(p, rightEar);
        return anEar && isVisible(p, leftShoulder) && isVisible(p, rightShoulder);
    }

    private static boolean isVisible(Keypoints p, int k) {
        return k >= 0 && p.visibility(k) == Visibility.VISIBLE;
    }

    private boolean isWholeFace(Keypoints p, Visibility visibility) {
        return p.visibility(nose) == visibility
                && p.visibility(leftEye) == visibility
                && p.visibility(rightEye) == visibility;
    }

    /** How far one point lies to the right of another when "up" is up. */
    private static double rightward(Keypoints p, int from, int to, double upX, double upY) {
        return (p.x(to) - p.x(from)) * -upY + (p.y(to) - p.y(from)) * upX;
    }
}
