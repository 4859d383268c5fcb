package org.posewright.annotations.edit.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;

/** Repairs of points that were given the wrong name: left for right, or one person's for another's. */
public final class SwapEdits {

    private final Skeleton skeleton;

    public SwapEdits(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** Exchanges left and right of all pairs of a person. */
    public EditCommand sides(ImageRecord image, long personId) {
        Set<Integer> all = IntStream.range(0, skeleton.size()).boxed().collect(Collectors.toSet());
        return swapped(image, personId, all, "Swap left and right");
    }

    /** Exchanges left and right of a point and of what hangs on it: from a shoulder on the arm, from a knee on the lower leg. */
    public EditCommand limb(ImageRecord image, long personId, int index) {
        return swapped(
                image,
                personId,
                new LimbChains(skeleton).chainFrom(index),
                "Swap limb from " + EditSubject.pointName(skeleton, index));
    }

    /** Exchanges one point with its left/right partner. */
    public EditCommand pair(ImageRecord image, long personId, int index) {
        return swapped(
                image, personId, Set.of(index), "Swap " + EditSubject.pointName(skeleton, index) + " with its partner");
    }

    /** Mirrors the pose left to right within the box: positions about the centre line, and left and right exchange their names. */
    public EditCommand mirror(ImageRecord image, long personId) {
        requirePartners();
        PersonInstance person = EditSubject.person(image, personId);
        double axisX = person.box().centerX();
        List<Keypoint> mirrored = new ArrayList<>();
        for (int i = 0; i < skeleton.size(); i++) {
            Keypoint old = person.keypoints().get(skeleton.partner(i));
            mirrored.add(old.isLabeled() ? old.movedTo(2 * axisX - old.x(), old.y()) : old);
        }
        return ReplacePeople.one(image, person.withKeypoints(Keypoints.of(mirrored)), "Mirror person");
    }

    /** Exchanges a point between two people of a picture. */
    public EditCommand betweenPeople(ImageRecord image, long firstId, long secondId, int index) {
        PersonInstance first = EditSubject.person(image, firstId);
        PersonInstance second = EditSubject.person(image, secondId);
        Keypoint ofFirst = first.keypoints().get(index);
        Keypoint ofSecond = second.keypoints().get(index);
        List<PersonInstance> people = new ArrayList<>(image.people());
        people.replaceAll(person -> {
            if (person.id() == firstId) {
                return person.withKeypoint(index, byHand(ofSecond));
            }
            return person.id() == secondId ? person.withKeypoint(index, byHand(ofFirst)) : person;
        });
        return ReplacePeople.between(
                image, people, "Swap " + EditSubject.pointName(skeleton, index) + " between people");
    }

    private EditCommand swapped(ImageRecord image, long personId, Collection<Integer> indices, String label) {
        requirePartners();
        PersonInstance person = EditSubject.person(image, personId);
        Keypoints points = person.keypoints();
        for (int index : indices) {
            int partner = skeleton.partner(index);
            if (partner != index) {
                points = points.with(index, byHand(person.keypoints().get(partner)))
                        .with(partner, byHand(person.keypoints().get(index)));
            }
        }
        return ReplacePeople.one(image, person.withKeypoints(points), label);
    }

    /** A swap is a human's doing, but a point that stays unlabelled stays what it is. */
    private static Keypoint byHand(Keypoint point) {
        return point.isLabeled() ? new Keypoint(point.x(), point.y(), point.visibility(), Provenance.HUMAN) : point;
    }

    private void requirePartners() {
        if (skeleton.symmetricPairs().isEmpty()) {
            throw new EditRefusedException(
                    "The skeleton \"" + skeleton.name()
                            + "\" does not say which points are left and right of each other (flip_idx); add it to the dataset first.");
        }
    }
}
