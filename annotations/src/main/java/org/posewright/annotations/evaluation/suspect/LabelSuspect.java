package org.posewright.annotations.evaluation.suspect;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.posewright.annotations.model.ImageKey;

/**
 * A label that deserves a look.
 *
 * @param person id of the labelled person; empty when the person is missing
 * @param otherPerson id of the second person of an exchange or a duplicate
 * @param prediction index of the prediction that speaks against the label; empty when found without a model
 * @param keypoints the points in question; empty when the whole person is
 * @param strength how strong the evidence is, in (0, 1]
 */
public record LabelSuspect(
        ImageKey image,
        SuspectKind kind,
        OptionalLong person,
        OptionalLong otherPerson,
        OptionalInt prediction,
        List<Integer> keypoints,
        double strength) {

    public LabelSuspect {
        keypoints = List.copyOf(keypoints);
        strength = Math.min(1, Math.max(Double.MIN_NORMAL, strength));
    }

    static LabelSuspect ofPerson(
            ImageKey image, SuspectKind kind, long person, List<Integer> keypoints, double strength) {
        return new LabelSuspect(
                image, kind, OptionalLong.of(person), OptionalLong.empty(), OptionalInt.empty(), keypoints, strength);
    }

    /** What this has in common with further doubts of its kind about its person: everything but joints and strength. */
    LabelSuspect withoutJoints() {
        return new LabelSuspect(image, kind, person, otherPerson, prediction, List.of(), 1);
    }

    /** This doubt with the joints of another. */
    LabelSuspect joined(LabelSuspect other) {
        List<Integer> joints = Stream.concat(keypoints.stream(), other.keypoints.stream())
                .distinct()
                .sorted()
                .toList();
        return new LabelSuspect(
                image, kind, person, otherPerson, prediction, joints, Math.max(strength, other.strength));
    }

    LabelSuspect withOther(long other) {
        return new LabelSuspect(image, kind, person, OptionalLong.of(other), prediction, keypoints, strength);
    }

    LabelSuspect withPrediction(int index) {
        return new LabelSuspect(image, kind, person, otherPerson, OptionalInt.of(index), keypoints, strength);
    }
}
