package org.posewright.annotations.evaluation.diagnosis;

/** Kinds of error in the order in which the stacked curves repair them. */
public enum RepairStep {
    MISS,
    SWAP,
    INVERSION,
    JITTER,
    /** Scores as a perfect judge would give. */
    SCORING,
    /** At each threshold, unmatched detections are ignored. */
    BACKGROUND_FALSE_POSITIVE,
    /** At each threshold, unmatched people are ignored. */
    FALSE_NEGATIVE;

    boolean isKeypointError() {
        return ordinal() < SCORING.ordinal();
    }

    KeypointError keypointError() {
        return KeypointError.valueOf(name());
    }
}
