package org.posewright.app.task;

import java.util.OptionalDouble;

/**
 * How far a task has come.
 *
 * @param total negative while unknown
 * @param elapsedSeconds since the task was submitted
 */
public record TaskProgress(long done, long total, String message, double elapsedSeconds) {

    /** Before anything was reported. */
    public static final TaskProgress UNKNOWN = new TaskProgress(0, -1, "", 0);

    private static final double RATE_NEEDS_SECONDS = 0.5;

    /** Share done in [0, 1]; negative while unknown, as JavaFX's progress bars take it. */
    public double fraction() {
        return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }

    /** Items a second; empty while there is too little to say. */
    public OptionalDouble rate() {
        return done > 0 && elapsedSeconds >= RATE_NEEDS_SECONDS
                ? OptionalDouble.of(done / elapsedSeconds)
                : OptionalDouble.empty();
    }

    /** Seconds that remain at the present rate; empty while unknown. */
    public OptionalDouble remainingSeconds() {
        return total > 0 && rate().isPresent()
                ? OptionalDouble.of(Math.max(0, total - done) / rate().getAsDouble())
                : OptionalDouble.empty();
    }
}
