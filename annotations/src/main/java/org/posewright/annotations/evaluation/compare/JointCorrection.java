package org.posewright.annotations.evaluation.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * One joint that somebody moved by hand: where it was and where it is, in pixels of the picture.
 *
 * @param keypoint index in the skeleton
 * @param rootArea square root of the area that the person had before, in pixels; above zero
 */
public record JointCorrection(
        ImageKey image, int keypoint, double fromX, double fromY, double toX, double toY, double rootArea) {

    /** Label files round; nobody moves a joint by as little as this, in pixels. */
    private static final double SAME_PLACE = 0.1;

    /** Squared distance over the person's area, without unit: what COCO's sigmas are made of. */
    public double squaredRelativeDistance() {
        double dx = (toX - fromX) / rootArea;
        double dy = (toY - fromY) / rootArea;
        return dx * dx + dy * dy;
    }

    /**
     * The joints that lie elsewhere after than before. People are told apart by their ids; points that came from a model say nothing
     * about people, people without area take no part, and joints that were only exchanged, left with right or between two people, were
     * not moved.
     */
    public static List<JointCorrection> between(
            ImageKey image, List<PersonInstance> before, List<PersonInstance> after, Skeleton skeleton) {
        return new MovedJoints(before, after, skeleton).corrections(image);
    }

    /**
     * Corrections of one picture with later ones of the same picture. A joint that is moved on counts once, from where it was first; one
     * that is moved back does not count.
     */
    public static List<JointCorrection> joined(List<JointCorrection> earlier, List<JointCorrection> later) {
        List<JointCorrection> rest = new ArrayList<>(earlier);
        List<JointCorrection> joined = new ArrayList<>();
        for (JointCorrection next : later) {
            Optional<JointCorrection> first =
                    rest.stream().filter(next::continues).findFirst();
            first.ifPresent(rest::remove);
            JointCorrection whole =
                    first.map(one -> one.movedTo(next.toX, next.toY)).orElse(next);
            if (first.isEmpty() || !samePlace(whole.fromX, whole.fromY, whole.toX, whole.toY)) {
                joined.add(whole);
            }
        }
        joined.addAll(0, rest);
        return joined;
    }

    private boolean continues(JointCorrection earlier) {
        return keypoint == earlier.keypoint && samePlace(earlier.toX, earlier.toY, fromX, fromY);
    }

    private JointCorrection movedTo(double x, double y) {
        return new JointCorrection(image, keypoint, fromX, fromY, x, y, rootArea);
    }

    private static boolean samePlace(double x, double y, double otherX, double otherY) {
        return Math.abs(x - otherX) < SAME_PLACE && Math.abs(y - otherY) < SAME_PLACE;
    }
}
