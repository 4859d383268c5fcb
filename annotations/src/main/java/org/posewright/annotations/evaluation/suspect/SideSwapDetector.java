package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * Finds exchanged left and right from geometry: some pairs are exchanged when exchanging them back shortens the limbs by much; the
 * whole person is when the face looks at the camera while the body's left lies where that of a person seen from behind would.
 */
final class SideSwapDetector implements SuspectDetector {

    private static final int MOST_PAIRS = 10;
    private static final double SHORTER = 0.72;
    private static final double LEAST_GAIN = 0.12;

    private final Skeleton skeleton;
    private final List<Skeleton.Limb> pairs;
    private final FacingRule facing;

    SideSwapDetector(Skeleton skeleton) {
        this.skeleton = skeleton;
        pairs = skeleton.symmetricPairs();
        facing = new FacingRule(skeleton);
    }

    @Override
    public void inspect(ImageRecord image, Consumer<LabelSuspect> sink) {
        for (PersonInstance person : image.people()) {
            if (!person.crowd()) {
                inspect(image, person, sink);
            }
        }
    }

    private void inspect(ImageRecord image, PersonInstance person, Consumer<LabelSuspect> sink) {
        List<Integer> swapped = swappedPoints(person);
        if (!swapped.isEmpty()) {
            sink.accept(LabelSuspect.ofPerson(image.key(), SuspectKind.PAIR_SWAPPED, person.id(), swapped, 0.8));
            return;
        }
        double contradiction = facing.contradiction(person.keypoints());
        if (contradiction > 0) {
            sink.accept(LabelSuspect.ofPerson(
                    image.key(), SuspectKind.SIDES_SWAPPED, person.id(), List.of(), contradiction));
        }
    }

    /** Points whose exchange with their partner makes the body much shorter; empty when none does. */
    private List<Integer> swappedPoints(PersonInstance person) {
        Keypoints points = person.keypoints();
        double side = Math.max(person.box().width(), person.box().height());
        if (pairs.isEmpty() || pairs.size() > MOST_PAIRS || side <= 0) {
            return List.of();
        }
        double asLabeled = length(points, 0);
        double best = asLabeled;
        int bestSet = 0;
        for (int set = 1; set < 1 << pairs.size(); set++) {
            boolean fewer = Integer.bitCount(set) <= pairs.size() / 2;
            double length = fewer ? length(points, set) : Double.POSITIVE_INFINITY;
            boolean fewerOfEqual = length < best + 1e-9 && Integer.bitCount(set) < Integer.bitCount(bestSet);
            if (length < best - 1e-9 || fewerOfEqual) {
                best = length;
                bestSet = set;
            }
        }
        boolean much = asLabeled - best > LEAST_GAIN * side
                && affected(points, bestSet, bestSet) < SHORTER * affected(points, bestSet, 0);
        return much ? members(points, bestSet) : List.of();
    }

    private double length(Keypoints points, int set) {
        double sum = 0;
        for (Skeleton.Limb limb : skeleton.limbs()) {
            sum += length(points, limb, set);
        }
        return sum;
    }

    /** Length of the limbs that one set of exchanges touches, under another set. */
    private double affected(Keypoints points, int touched, int set) {
        double sum = 0;
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (isIn(limb.from(), touched) != isIn(limb.to(), touched)) {
                sum += length(points, limb, set);
            }
        }
        return sum;
    }

    private double length(Keypoints points, Skeleton.Limb limb, int set) {
        int from = isIn(limb.from(), set) ? skeleton.partner(limb.from()) : limb.from();
        int to = isIn(limb.to(), set) ? skeleton.partner(limb.to()) : limb.to();
        if (!points.isLabeled(from) || !points.isLabeled(to)) {
            return 0;
        }
        return Math.hypot(points.x(from) - points.x(to), points.y(from) - points.y(to));
    }

    private boolean isIn(int keypoint, int set) {
        for (int p = 0; p < pairs.size(); p++) {
            if ((set >> p & 1) != 0
                    && (pairs.get(p).from() == keypoint || pairs.get(p).to() == keypoint)) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> members(Keypoints points, int set) {
        List<Integer> members = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            if ((set >> p & 1) != 0) {
                if (!points.isLabeled(pairs.get(p).from())
                        || !points.isLabeled(pairs.get(p).to())) {
                    return List.of();
                }
                members.add(pairs.get(p).from());
                members.add(pairs.get(p).to());
            }
        }
        return members;
    }
}
