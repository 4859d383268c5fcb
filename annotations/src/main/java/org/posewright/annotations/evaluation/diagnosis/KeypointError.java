package org.posewright.annotations.evaluation.diagnosis;

/** What became of one labelled keypoint of a matched detection. */
public enum KeypointError {
    /** At the person's own point, as near as people agree among themselves. */
    GOOD,
    /** Near the person's own point. */
    JITTER,
    /** At the left/right partner of the same person. */
    INVERSION,
    /** At a point of somebody else. */
    SWAP,
    /** Near no annotated point of this kind. */
    MISS
}
