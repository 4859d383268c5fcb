package org.posewright.app.viewmodel.finetune;

import java.util.Locale;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunPhase;
import org.posewright.app.training.RunState;

/** Numbers of a run as people read them. */
public final class RunText {

    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final int SECONDS_PER_HOUR = 3600;

    private RunText() {}

    /** Such as {@code 1:52} or {@code 2:05:10}. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return "–";
        }
        long whole = Math.round(seconds);
        return whole < SECONDS_PER_HOUR
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        whole / SECONDS_PER_HOUR,
                        whole % SECONDS_PER_HOUR / 60,
                        whole % 60);
    }

    /** What a run is doing, in a word or two. */
    public static String phase(RunPhase phase, Messages messages) {
        return messages.text(
                "train.phase." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / BYTES_PER_GIGABYTE);
    }

    /** How the run ended; empty while it goes on. Where the phase says it all, in the window's language, and else in the trainer's words. */
    public static String closing(RunState state, Messages messages) {
        return switch (state.phase()) {
            case COMPLETED, STOPPED, CANCELLED -> state.closing().isEmpty() ? "" : phase(state.phase(), messages);
            default -> state.closing();
        };
    }

    /** Three decimals, or a dash for nothing. */
    public static String score(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
    }
}
