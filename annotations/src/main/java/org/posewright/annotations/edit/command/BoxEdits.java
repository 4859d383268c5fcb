package org.posewright.annotations.edit.command;

import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;

/** Edits of a person's box, which is independent of the points. */
public final class BoxEdits {

    /**
     * How much larger than the extent of the keypoints a person's box is taken to be, in each direction. 1.25 is the padding that
     * top-down pose pipelines put around people; keypoints miss the top of the head, the hands and the feet.
     */
    public static final double PERSON_PADDING = 1.25;

    private BoxEdits() {}

    /** Puts another box in place, as a drag of a handle or of the body gives it; negative extents are turned round. */
    public static EditCommand replace(ImageRecord image, long personId, Box box) {
        PersonInstance person = EditSubject.person(image, personId);
        boolean sameSize = box.width() == person.box().width()
                && box.height() == person.box().height();
        return ReplacePeople.one(image, person.withBox(upright(box)), sameSize ? "Move box" : "Resize box");
    }

    /**
     * Makes the box the smallest one around the labelled points.
     *
     * @throws EditRefusedException if no point is labelled
     */
    public static EditCommand fitToKeypoints(ImageRecord image, long personId) {
        PersonInstance person = EditSubject.person(image, personId);
        return ReplacePeople.one(image, person.withBox(extent(person)), "Fit box to keypoints");
    }

    /**
     * Makes the box {@link #PERSON_PADDING} times the extent of the labelled points around the same centre, cut off at the edges of
     * the picture.
     *
     * @throws EditRefusedException if no point is labelled
     */
    public static EditCommand fitToPerson(ImageRecord image, long personId) {
        PersonInstance person = EditSubject.person(image, personId);
        Box extent = extent(person);
        Box padded = Box.ofCenter(
                extent.centerX(), extent.centerY(), extent.width() * PERSON_PADDING, extent.height() * PERSON_PADDING);
        return ReplacePeople.one(image, person.withBox(clipped(padded, extent, image.size())), "Fit box to person");
    }

    private static Box extent(PersonInstance person) {
        return person.keypoints()
                .labeledExtent()
                .orElseThrow(() -> new EditRefusedException(
                        "Person " + person.id() + " has no labelled point to fit the box to; place one first."));
    }

    /** Cut off at the picture, but never within the points themselves, which may lie outside. */
    private static Box clipped(Box box, Box extent, ImageSize size) {
        return Box.ofCorners(
                Math.min(extent.x(), Math.max(0, box.x())),
                Math.min(extent.y(), Math.max(0, box.y())),
                Math.max(extent.right(), Math.min(size.width(), box.right())),
                Math.max(extent.bottom(), Math.min(size.height(), box.bottom())));
    }

    private static Box upright(Box box) {
        return Box.ofCorners(
                Math.min(box.x(), box.right()),
                Math.min(box.y(), box.bottom()),
                Math.max(box.x(), box.right()),
                Math.max(box.y(), box.bottom()));
    }
}
