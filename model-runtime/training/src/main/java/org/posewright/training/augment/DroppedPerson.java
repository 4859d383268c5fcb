package org.posewright.training.augment;

/**
 * A person whose label augmentation left out.
 *
 * @param person as it would have been in the sample, after clipping
 */
public record DroppedPerson(SamplePerson person, Reason reason) {

    /** Why the trainer does not see the person. */
    public enum Reason {
        /** Nothing of the box lies in the picture. */
        OUTSIDE,
        /** At most two pixels wide or high. */
        TOO_SMALL,
        /** Less than a tenth of the box is left. */
        MOSTLY_CUT,
        /** A hundred times longer than wide. */
        TOO_THIN
    }

    DroppedPerson moved(PlaneTransform transform) {
        return new DroppedPerson(person.moved(transform), reason);
    }

    DroppedPerson onTile(int offset) {
        return new DroppedPerson(person.onTile(person.tile() + offset), reason);
    }
}
