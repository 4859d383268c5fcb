package org.posewright.annotations.evaluation.suspect;

/** What the person who looked says. */
public enum Verdict {
    LABEL_WRONG,
    MODEL_WRONG,
    BOTH_FINE
}
