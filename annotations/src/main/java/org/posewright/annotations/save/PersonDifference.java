package org.posewright.annotations.save;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.edit.LabelEquality;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;

/**
 * What is different about one person between two versions of a picture's labels, beyond how their text rounds places.
 *
 * @param number place in the picture, from 1: in the later version, or in the earlier one for a removed person
 * @param before empty for an added person
 * @param after empty for a removed person
 * @param joints points that differ; empty for an added or removed person
 */
public record PersonDifference(
        int number, Optional<PersonInstance> before, Optional<PersonInstance> after, List<JointDifference> joints) {

    /**
     * What is different about one point.
     *
     * @param index into the skeleton
     */
    public record JointDifference(int index, Keypoint before, Keypoint after) {

        /** How far the point moved in pixels; 0 when it was given or lost its label, as it had no place on one side. */
        public double movedPixels() {
            boolean both = before.isLabeled() && after.isLabeled();
            return both ? Math.hypot(after.x() - before.x(), after.y() - before.y()) : 0;
        }

        public boolean flagChanged() {
            return before.visibility() != after.visibility();
        }
    }

    public PersonDifference {
        joints = List.copyOf(joints);
    }

    public boolean isAdded() {
        return before.isEmpty();
    }

    public boolean isRemoved() {
        return after.isEmpty();
    }

    public boolean boxChanged() {
        return before.isPresent()
                && after.isPresent()
                && !LabelEquality.near(before.get().box(), after.get().box());
    }

    /** The largest distance that an edge of the box moved, in pixels. */
    public double boxMovedPixels() {
        if (!boxChanged()) {
            return 0;
        }
        Box old = before.orElseThrow().box();
        Box now = after.orElseThrow().box();
        return Math.max(
                Math.max(Math.abs(now.x() - old.x()), Math.abs(now.y() - old.y())),
                Math.max(Math.abs(now.right() - old.right()), Math.abs(now.bottom() - old.bottom())));
    }

    /** The people that differ: changed and removed ones in the order before, then added ones. */
    public static List<PersonDifference> between(List<PersonInstance> before, List<PersonInstance> after) {
        Map<Long, Integer> remaining = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            remaining.put(after.get(i).id(), i);
        }
        List<PersonDifference> differences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            PersonInstance old = before.get(i);
            Integer at = remaining.remove(old.id());
            if (at == null) {
                differences.add(new PersonDifference(i + 1, Optional.of(old), Optional.empty(), List.of()));
            } else if (!LabelEquality.same(old, after.get(at))
                    && !LabelEquality.sameButForRounding(old, after.get(at))) {
                PersonInstance now = after.get(at);
                differences.add(new PersonDifference(at + 1, Optional.of(old), Optional.of(now), joints(old, now)));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (remaining.containsKey(after.get(i).id())) {
                differences.add(new PersonDifference(i + 1, Optional.empty(), Optional.of(after.get(i)), List.of()));
            }
        }
        return differences;
    }

    private static List<JointDifference> joints(PersonInstance before, PersonInstance after) {
        List<JointDifference> joints = new ArrayList<>();
        int count = Math.min(before.keypoints().size(), after.keypoints().size());
        for (int i = 0; i < count; i++) {
            Keypoint old = before.keypoints().get(i);
            Keypoint now = after.keypoints().get(i);
            boolean placed = LabelEquality.near(old.x(), now.x()) && LabelEquality.near(old.y(), now.y());
            if (!placed || old.visibility() != now.visibility()) {
                joints.add(new JointDifference(i, old, now));
            }
        }
        return joints;
    }
}
