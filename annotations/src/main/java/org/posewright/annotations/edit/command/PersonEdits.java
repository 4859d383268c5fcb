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

/** Edits of whole people. New people get ids from the supplier, which never gives one twice. */
public final class PersonEdits {

    private final LongSupplier newIds;

    public PersonEdits(LongSupplier newIds) {
        this.newIds = newIds;
    }

    /** Adds a person with the given points; they count as placed by hand. */
    public EditCommand add(ImageRecord image, int categoryIndex, Box box, Keypoints keypoints) {
        return added(image, List.of(person(categoryIndex, box, byHand(keypoints))), "Add person");
    }

    /**
     * Adds a person in the pose of a template, stretched so that the template's box becomes {@code box}.
     *
     * @param templateBox what {@code template}'s coordinates are relative to; not empty
     */
    public EditCommand addFromTemplate(
            ImageRecord image, int categoryIndex, Box box, Keypoints template, Box templateBox) {
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

    /** Puts copies of people into a picture, shifted; the crowd flag and the mask's area stay with the originals. */
    public EditCommand paste(ImageRecord image, List<PersonInstance> copied, double dxPixels, double dyPixels) {
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
