package org.posewright.annotations.evaluation.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;

/**
 * The joints of one picture that people moved by hand. Two joints that changed places, left with right or one person's with another's,
 * were given the wrong name and not the wrong place: each counts from where the point that it is now was before, which is nothing
 * where they were only exchanged.
 */
final class MovedJoints {

    /**
     * Below this share of the squared way, changing places explains two movements better than moving each on does. Joints that lie on
     * one another and are both moved a little thus stay movements.
     */
    private static final double CHANGED_PLACES = 0.25;

    private final Skeleton skeleton;
    private final List<Moved> joints = new ArrayList<>();

    MovedJoints(List<PersonInstance> before, List<PersonInstance> after, Skeleton skeleton) {
        this.skeleton = skeleton;
        Map<Long, PersonInstance> now = new HashMap<>();
        after.forEach(person -> now.put(person.id(), person));
        for (PersonInstance person : before) {
            PersonInstance changed = now.get(person.id());
            if (changed != null && !changed.keypoints().equals(person.keypoints())) {
                addMoved(person, changed);
            }
        }
    }

    private record Moved(long person, int keypoint, Keypoint from, Keypoint to, double rootArea) {
        double squared() {
            return squaredDistance(from, to);
        }

        boolean isMove() {
            return squared() > 0;
        }

        Moved startingAs(Moved origin) {
            return new Moved(person, keypoint, origin.from, to, origin.rootArea);
        }
    }

    private record Exchange(Moved one, Moved other) {
        double share() {
            double crosswise = squaredDistance(one.from, other.to) + squaredDistance(other.from, one.to);
            return crosswise / (one.squared() + other.squared());
        }
    }

    List<JointCorrection> corrections(ImageKey image) {
        List<Moved> all = new ArrayList<>(joints);
        for (Exchange exchange : exchanges()) {
            if (all.contains(exchange.one) && all.contains(exchange.other)) {
                all.set(all.indexOf(exchange.one), exchange.one.startingAs(exchange.other));
                all.set(all.indexOf(exchange.other), exchange.other.startingAs(exchange.one));
            }
        }
        return all.stream()
                .filter(Moved::isMove)
                .map(m ->
                        new JointCorrection(image, m.keypoint, m.from.x(), m.from.y(), m.to.x(), m.to.y(), m.rootArea))
                .toList();
    }

    /** The clearest first. */
    private List<Exchange> exchanges() {
        List<Exchange> found = new ArrayList<>();
        for (int i = 0; i < joints.size(); i++) {
            for (int j = i + 1; j < joints.size(); j++) {
                candidate(joints.get(i), joints.get(j)).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(Exchange::share));
        return found;
    }

    private Optional<Exchange> candidate(Moved one, Moved other) {
        boolean areNamesakes = one.person == other.person
                ? skeleton.partner(one.keypoint) == other.keypoint
                : one.keypoint == other.keypoint;
        if (!areNamesakes) {
            return Optional.empty();
        }
        Exchange exchange = new Exchange(one, other);
        return exchange.share() < CHANGED_PLACES ? Optional.of(exchange) : Optional.empty();
    }

    private void addMoved(PersonInstance before, PersonInstance after) {
        double area = AreaRule.SEGMENTATION.areaOf(before).areaPixels();
        var old = before.keypoints();
        var now = after.keypoints();
        for (int k = 0; k < old.size() && area > 0; k++) {
            boolean byHand = old.isLabeled(k) && now.isLabeled(k) && now.provenance(k) != Provenance.MODEL;
            Moved joint = new Moved(before.id(), k, old.get(k), now.get(k), Math.sqrt(area));
            if (byHand && joint.isMove()) {
                joints.add(joint);
            }
        }
    }

    private static double squaredDistance(Keypoint from, Keypoint to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return dx * dx + dy * dy;
    }
}
