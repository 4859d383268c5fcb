package org.posewright.annotations.edit.command;

import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/** Edits of single points. Coordinates are image pixels and may lie outside the picture. */
public final class KeypointEdits {

    private final Skeleton skeleton;
    private final PointMemory memory;

    public KeypointEdits(Skeleton skeleton, PointMemory memory) {
        this.skeleton = skeleton;
        this.memory = memory;
    }

    /**
     * Moves a labelled point; its visibility stays.
     *
     * @throws EditRefusedException if the point has no label; {@link #place} gives it one
     */
    public EditCommand move(ImageRecord image, long personId, int index, double imageX, double imageY) {
        PersonInstance person = EditSubject.person(image, personId);
        Keypoint point = requireLabeled(person, index);
        return point.x() == imageX && point.y() == imageY
                ? replaced(image, person, index, point, "Move")
                : replaced(image, person, index, point.movedTo(imageX, imageY), "Move");
    }

    /** Moves a labelled point by a small step; steps of the same point that follow each other become one step of undo. */
    public EditCommand nudge(ImageRecord image, long personId, int index, double dxPixels, double dyPixels) {
        PersonInstance person = EditSubject.person(image, personId);
        Keypoint point = requireLabeled(person, index);
        return replaced(image, person, index, point.movedTo(point.x() + dxPixels, point.y() + dyPixels), "Nudge")
                .mergingAs("nudge:" + personId + ":" + index);
    }

    /** Labels a point at a position, whether it had a label before or not. */
    public EditCommand place(
            ImageRecord image, long personId, int index, double imageX, double imageY, Visibility visibility) {
        PersonInstance person = EditSubject.person(image, personId);
        Keypoint placed = new Keypoint(imageX, imageY, visibility, Provenance.HUMAN);
        return replaced(image, person, index, placed, "Place");
    }

    /**
     * Sets the visibility flag. Taking the label away (v = 0) puts the point to (0, 0), as COCO wants it, and the memory keeps
     * its place; giving a label back takes the place from there.
     *
     * @throws EditRefusedException if a label is given to a point that never had a place
     */
    public EditCommand setVisibility(ImageRecord image, long personId, int index, Visibility visibility) {
        PersonInstance person = EditSubject.person(image, personId);
        Keypoint point = person.keypoints().get(index);
        if (point.visibility() == visibility) {
            return replaced(image, person, index, point, "Set visibility of");
        }
        return replaced(image, person, index, flagged(image, person, index, visibility), "Set visibility of");
    }

    /** The visibility that follows in the cycle 2 → 1 → 0 → 2. */
    public static Visibility next(Visibility visibility) {
        return switch (visibility) {
            case VISIBLE -> Visibility.OCCLUDED;
            case OCCLUDED -> Visibility.UNLABELED;
            case UNLABELED -> Visibility.VISIBLE;
        };
    }

    private Keypoint flagged(ImageRecord image, PersonInstance person, int index, Visibility visibility) {
        Keypoint point = person.keypoints().get(index);
        if (visibility == Visibility.UNLABELED) {
            return new Keypoint(0, 0, Visibility.UNLABELED, Provenance.HUMAN);
        }
        if (point.isLabeled()) {
            return point.withVisibility(visibility);
        }
        return memory.lastLabeled(image.key(), person.id(), index)
                .map(remembered -> remembered.withVisibility(visibility))
                .orElseThrow(() -> new EditRefusedException("The " + EditSubject.pointName(skeleton, index)
                        + " has no place yet; place it on the picture first."));
    }

    private Keypoint requireLabeled(PersonInstance person, int index) {
        Keypoint point = person.keypoints().get(index);
        if (!point.isLabeled()) {
            throw new EditRefusedException("The " + EditSubject.pointName(skeleton, index)
                    + " has no label to move; place it on the picture first.");
        }
        return point;
    }

    private ReplacePeople replaced(ImageRecord image, PersonInstance person, int index, Keypoint point, String verb) {
        return ReplacePeople.one(
                image, person.withKeypoint(index, point), verb + " " + EditSubject.pointName(skeleton, index));
    }
}
