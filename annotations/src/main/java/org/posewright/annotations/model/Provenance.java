package org.posewright.annotations.model;

/** Who put a keypoint where it is. */
public enum Provenance {
    /** As read from the label file. */
    FILE,
    /** Placed, moved or flagged by the person at the screen. */
    HUMAN,
    /** Taken over from a prediction by the person at the screen. */
    MODEL
}
