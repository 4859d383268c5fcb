package org.posewright.app.viewmodel.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.SuspectKind;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/** Ways to mend the label of a case in one step. */
public enum CaseRepair {
    /** Exchange left and right of the joints in question. */
    SWAP_SIDES,
    /** Exchange joints with another person. */
    SWAP_PEOPLE,
    /** Put the joints in question where the model has them, overlooked ones as visible; without any, all labelled joints. */
    TAKE_MODEL,
    /** Delete a person that nobody predicts, or that is labelled twice. */
    REMOVE_PERSON;

    /** Key of its words in the messages. */
    public String messageKey() {
        return "repair." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * The people of the picture after the repair; empty when it does not fit the case. A prediction that nobody labelled is no change
     * of people that are there, and not offered here.
     *
     * @param believed predictions of the picture, best first
     */
    public Optional<List<PersonInstance>> apply(
            WorkCase item, ImageRecord image, List<PosePrediction> believed, Skeleton skeleton) {
        Optional<PersonInstance> person = item.person().isEmpty()
                ? Optional.empty()
                : image.person(item.person().getAsLong());
        return person.flatMap(p -> switch (this) {
            case SWAP_SIDES -> swapSides(item, p, skeleton).map(changed -> replaced(image, changed));
            case SWAP_PEOPLE -> swapPeople(item, image, p);
            case TAKE_MODEL -> takeModel(item, p, believed).map(changed -> replaced(image, changed));
            case REMOVE_PERSON -> removal(item, image, p);
        });
    }

    private static Optional<PersonInstance> swapSides(WorkCase item, PersonInstance person, Skeleton skeleton) {
        Set<Integer> joints = new TreeSet<>(item.joints(KeypointError.INVERSION));
        Optional<LabelSuspect> suspect = item.suspect();
        if (suspect.filter(s -> s.kind() == SuspectKind.SIDES_SWAPPED).isPresent()) {
            skeleton.symmetricPairs().forEach(pair -> joints.add(pair.from()));
        } else if (suspect.filter(s -> s.kind() == SuspectKind.PAIR_SWAPPED).isPresent()) {
            joints.addAll(suspect.get().keypoints());
        }
        Keypoints points = person.keypoints();
        boolean changed = false;
        Set<Integer> done = new TreeSet<>();
        for (int joint : joints) {
            int partner = skeleton.partner(joint);
            if (partner != joint && done.add(joint) && done.add(partner)) {
                points = points.with(joint, byHand(person.keypoints().get(partner)))
                        .with(partner, byHand(person.keypoints().get(joint)));
                changed = true;
            }
        }
        return changed ? Optional.of(person.withKeypoints(points)) : Optional.empty();
    }

    private static Optional<List<PersonInstance>> swapPeople(WorkCase item, ImageRecord image, PersonInstance person) {
        ImageRecord now = image;
        for (PointFault fault : item.faults()) {
            if (fault.error() == KeypointError.SWAP && fault.otherPerson().isPresent()) {
                now = exchanged(
                        now, person.id(), fault.otherPerson().getAsLong(), fault.keypoint(), fault.otherKeypoint());
            }
        }
        Optional<LabelSuspect> suspect = item.suspect()
                .filter(s -> s.kind() == SuspectKind.PEOPLE_SWAPPED
                        && s.otherPerson().isPresent());
        if (suspect.isPresent()) {
            for (int joint : suspect.get().keypoints()) {
                now = exchanged(now, person.id(), suspect.get().otherPerson().getAsLong(), joint, joint);
            }
        }
        return now == image ? Optional.empty() : Optional.of(now.people());
    }

    private static ImageRecord exchanged(ImageRecord image, long one, long other, int joint, int otherJoint) {
        Optional<PersonInstance> first = image.person(one);
        Optional<PersonInstance> second = image.person(other);
        if (first.isEmpty() || second.isEmpty() || one == other) {
            return image;
        }
        Keypoint ofFirst = first.get().keypoints().get(joint);
        Keypoint ofSecond = second.get().keypoints().get(otherJoint);
        PersonInstance changedFirst = first.get().withKeypoint(joint, byHand(ofSecond));
        PersonInstance changedSecond = second.get().withKeypoint(otherJoint, byHand(ofFirst));
        return image.withPeople(replaced(image.withPeople(replaced(image, changedFirst)), changedSecond));
    }

    private static Optional<PersonInstance> takeModel(
            WorkCase item, PersonInstance person, List<PosePrediction> believed) {
        if (item.prediction().isEmpty() || item.prediction().getAsInt() >= believed.size()) {
            return Optional.empty();
        }
        List<ScoredKeypoint> said = believed.get(item.prediction().getAsInt()).keypoints();
        Set<Integer> joints = new TreeSet<>();
        item.faults().forEach(fault -> joints.add(fault.keypoint()));
        item.suspect().ifPresent(suspect -> joints.addAll(suspect.keypoints()));
        Keypoints points = person.keypoints();
        for (int k = 0; k < points.size(); k++) {
            boolean wanted = joints.isEmpty() || joints.contains(k);
            boolean overlooked = !points.isLabeled(k) && isOverlooked(item, k);
            if (wanted && (points.isLabeled(k) || overlooked)) {
                Visibility flag = overlooked ? Visibility.VISIBLE : points.visibility(k);
                points =
                        points.with(k, new Keypoint(said.get(k).x(), said.get(k).y(), flag, Provenance.MODEL));
            }
        }
        return points.equals(person.keypoints()) ? Optional.empty() : Optional.of(person.withKeypoints(points));
    }

    /** Whether the doubt is that a point in sight has no label. */
    private static boolean isOverlooked(WorkCase item, int joint) {
        return item.suspect()
                .filter(suspect -> suspect.kind() == SuspectKind.VISIBILITY
                        && suspect.keypoints().contains(joint))
                .isPresent();
    }

    private static Optional<List<PersonInstance>> removal(WorkCase item, ImageRecord image, PersonInstance person) {
        boolean twice = item.suspect()
                .filter(s -> s.kind() == SuspectKind.DUPLICATE_PERSON || s.kind() == SuspectKind.PERSON_UNCONFIRMED)
                .isPresent();
        if (item.kind() != CaseKind.UNDETECTED && !twice) {
            return Optional.empty();
        }
        return Optional.of(image.people().stream()
                .filter(other -> other.id() != person.id())
                .toList());
    }

    /** An exchange is a human's doing, but a point that stays unlabelled stays what it is. */
    private static Keypoint byHand(Keypoint point) {
        return point.isLabeled() ? new Keypoint(point.x(), point.y(), point.visibility(), Provenance.HUMAN) : point;
    }

    private static List<PersonInstance> replaced(ImageRecord image, PersonInstance changed) {
        List<PersonInstance> people = new ArrayList<>(image.people());
        people.replaceAll(person -> person.id() == changed.id() ? changed : person);
        return people;
    }
}
