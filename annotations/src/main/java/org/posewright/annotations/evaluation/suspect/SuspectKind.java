package org.posewright.annotations.evaluation.suspect;

/** What may be wrong with a label. */
public enum SuspectKind {
    /** Left and right of the whole person exchanged. */
    SIDES_SWAPPED,
    /** Left and right of some joints exchanged. */
    PAIR_SWAPPED,
    /** Points of two people exchanged. */
    PEOPLE_SWAPPED,
    /** A point far outside the person's box. */
    JOINT_OUTSIDE_BOX,
    /** A point far from where the rest of the body or the model puts it. */
    JOINT_DISPLACED,
    /** A flag that contradicts the neighbouring points, the picture's border or the model. */
    VISIBILITY,
    /** The same person labelled twice. */
    DUPLICATE_PERSON,
    /** The model sees a person that has no label. */
    PERSON_MISSING,
    /** A labelled person that the model does not see. */
    PERSON_UNCONFIRMED
}
