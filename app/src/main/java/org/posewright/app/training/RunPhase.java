package org.posewright.app.training;

/** What a run is doing. */
public enum RunPhase {
    /** The process has started; the first batch is yet to come. */
    PREPARING,
    RUNNING,
    VALIDATING,
    PAUSED,
    /** It has said its last word; the process is about to end. */
    FINISHING,
    COMPLETED,
    EARLY_STOPPED,
    /** A person stopped it; the best weights are there. */
    STOPPED,
    CANCELLED,
    DIVERGED,
    /** It ended with a sentence that says why. */
    FAILED,
    /** The process is gone and left no word. */
    CRASHED;

    /** Whether a process should be at work. */
    public boolean isActive() {
        return this == PREPARING || this == RUNNING || this == VALIDATING || this == PAUSED || this == FINISHING;
    }

    /** Whether the run ended before its last epoch, so that going on makes sense. */
    public boolean isUnfinished() {
        return this == STOPPED || this == CANCELLED || this == FAILED || this == CRASHED;
    }
}
