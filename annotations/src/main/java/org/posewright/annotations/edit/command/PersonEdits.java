package org.posewright.annotations.edit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;

/** Edits of whole people. New people get ids from the supplier, which never gives one twice. */
public final class PersonEdits {

    private final Skeleton skeleton;
    private final LongSupplier newIds;

    public PersonEdits(Skeleton skeleton, LongSupplier newIds) {
        this.skeleton = skeleton;
        this.newIds = newIds;
    }

    /**
     * Adds a person with the given points; they count as placed by hand.
     *
     * @throws EditRefusedException if it is not as many points as people of the dataset have
     */
    public EditCommand add(ImageRecord image, int categoryIndex, Box box, Keypoints keypoints) {
        requireFitting(keypoints, "The new person");
        return added(image, List.of(person(categoryIndex, box, byHand(keypoints))), "Add person");
    }

    /**
     * Adds a person in the pose of a template, stretched so that the template's box becomes {@code box}.
     *
     * @param templateBox what {@code template}'s coordinates are relative to
     * @throws EditRefusedException if the template has another number of points, or no extent
     */
    public EditCommand addFromTemplate(
            ImageRecord image, int categoryIndex, Box box, Keypoints template, Box templateBox) {
        if (templateBox.width() <= 0 || templateBox.height() <= 0) {
            throw new EditRefusedException(
                    "The person taken as template has a box without area; fit the box to the keypoints first.");
        }
        requireFitting(template, "The template");
        double scaleX = box.width() / templateBox.width();
        double scaleY = box.height() / templateBox.height();
        List<Keypoint> points = template.toList().stream()
                .map(point -> !point.isLabeled()
                        ? Keypoint.UNLABELED
                        : new Keypoint(
                                box.x() + (point.x() - templateBox.x()) * scaleX,
                                box.y() + (point.y() - templateBox.y()) * scaleY,
                                point.visibility(),
                                Provenance.HUMAN))
                .toList();
        return added(image, List.of(person(categoryIndex, box, Keypoints.of(points))), "Add person from template");
    }

    /**
     * Puts copies of people into a picture, shifted; the crowd flag and the mask's area stay with the originals.
     *
     * @throws EditRefusedException if they come from a dataset with another number of points
     */
    public EditCommand paste(ImageRecord image, List<PersonInstance> copied, double dxPixels, double dyPixels) {
        copied.forEach(person -> requireFitting(person.keypoints(), "The copied person"));
        List<PersonInstance> pasted = copied.stream()
                .map(person -> person(
                        person.categoryIndex(),
                        person.box().translated(dxPixels, dyPixels),
                        shifted(person.keypoints(), dxPixels, dyPixels)))
                .toList();
        return added(image, pasted, pasted.size() == 1 ? "Paste person" : "Paste " + pasted.size() + " people");
    }

    /** Removes people. */
    public EditCommand delete(ImageRecord image, Set<Long> personIds) {
        personIds.forEach(id -> EditSubject.person(image, id));
        List<PersonInstance> rest = image.people().stream()
                .filter(person -> !personIds.contains(person.id()))
                .toList();
        return ReplacePeople.between(
                image, rest, personIds.size() == 1 ? "Delete person" : "Delete " + personIds.size() + " people");
    }

    /** Moves a person as a whole: box and labelled points. */
    public EditCommand move(ImageRecord image, long personId, double dxPixels, double dyPixels) {
        PersonInstance person = EditSubject.person(image, personId);
        if (dxPixels == 0 && dyPixels == 0) {
            return ReplacePeople.one(image, person, "Move person");
        }
        PersonInstance moved = person.withKeypoints(shifted(person.keypoints(), dxPixels, dyPixels))
                .withBox(person.box().translated(dxPixels, dyPixels));
        return ReplacePeople.one(image, moved, "Move person");
    }

    /** As {@link #move}, in small steps that merge into one step of undo. */
    public EditCommand nudge(ImageRecord image, long personId, double dxPixels, double dyPixels) {
        return ((ReplacePeople) move(image, personId, dxPixels, dyPixels)).mergingAs("nudge-person:" + personId);
    }

    private void requireFitting(Keypoints points, String whose) {
        if (points.size() != skeleton.size()) {
            throw new EditRefusedException(whose + " has " + points.size() + " points, but people of this dataset have "
                    + skeleton.size() + "; use one made for this skeleton.");
        }
    }

    private PersonInstance person(int categoryIndex, Box box, Keypoints keypoints) {
        return PersonInstance.added(newIds.getAsLong(), categoryIndex, box, keypoints);
    }

    private static EditCommand added(ImageRecord image, List<PersonInstance> added, String label) {
        List<PersonInstance> people = new ArrayList<>(image.people());
        people.addAll(added);
        return ReplacePeople.between(image, people, label);
    }

    private static Keypoints byHand(Keypoints keypoints) {
        return shifted(keypoints, 0, 0);
    }

    private static Keypoints shifted(Keypoints keypoints, double dxPixels, double dyPixels) {
        return Keypoints.of(keypoints.toList().stream()
                .map(point -> point.isLabeled() ? point.movedTo(point.x() + dxPixels, point.y() + dyPixels) : point)
                .toList());
    }
}
