package org.posewright.app.sample;

/**
 * A label made wrong on purpose, so that a newcomer has something to find and the work queue something to prove.
 *
 * @param image file name
 * @param row 0-based row of the label file that is wrong; the row where the person was before, when one is missing
 * @param detail what was done, a phrase for a person
 */
public record PlantedMistake(Kind kind, String image, int row, String detail) {

    /** What was made wrong. */
    public enum Kind {
        /** Left and right of the whole person exchanged. */
        SIDES_SWAPPED,
        /** One joint far from where it belongs. */
        JOINT_DISPLACED,
        /** A person in plain sight without a label. */
        PERSON_MISSING,
        /** A joint in plain sight marked as not labelled. */
        WRONG_FLAG
    }
}
