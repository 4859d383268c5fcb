package org.posewright.app.task;

import java.util.OptionalDouble;

/**
 * How far a task has come.
 *
 * @param total negative while unknown
 * @param doneBefore what was done when this stretch of the work began, as when a download goes on
 * @param elapsedSeconds since this stretch began
 */
public record TaskProgress(long done, long total, String message, long doneBefore, double elapsedSeconds) {

    /** Before anything was reported. */
    public static final TaskProgress UNKNOWN = new TaskProgress(0, -1, "", 0, 0);

    private static final double RATE_NEEDS_SECONDS = 0.5;

    /** Share done in [0, 1]; negative while unknown, as JavaFX's progress bars take it. */
    public double fraction() {
        return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }

    /** Items a second; empty while there is too little to say. */
    public OptionalDouble rate() {
        long came = done - doneBefore;
        return came > 0 && elapsedSeconds >= RATE_NEEDS_SECONDS
                ? OptionalDouble.of(came / elapsedSeconds)
                : OptionalDouble.empty();
    }

    /** Seconds that remain at the present rate; empty while unknown. */
    public OptionalDouble remainingSeconds() {
        return total > 0 && rate().isPresent()
                ? OptionalDouble.of(Math.max(0, total - done) / rate().getAsDouble())
                : OptionalDouble.empty();
    }
}
