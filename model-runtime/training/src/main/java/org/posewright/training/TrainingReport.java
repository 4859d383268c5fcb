package org.posewright.training;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param epochsDone finished epochs, those before a resume included
 * @param bestEpoch 1-based; 0 when no epoch was validated
 * @param best validation of the best weights at the end; null when there was none
 * @param onnx the exported model; null when it was not written
 * @param unreadable pictures that were left out because they could not be read
 */
public record TrainingReport(
        Path folder,
        Outcome outcome,
        int epochsDone,
        int bestEpoch,
        double bestFitness,
        @Nullable ValidationResult best,
        @Nullable Path onnx,
        int unreadable,
        String sentence) {

    /** Why a run ended. */
    public enum Outcome {
        /** All epochs are done. */
        COMPLETED,
        /** No improvement for {@code patience} epochs. */
        EARLY_STOPPED,
        /** A person stopped it; the best weights are validated and exported. */
        STOPPED,
        /** A person cancelled it; nothing more was done. */
        CANCELLED,
        /** The loss was not a number; the best weights before that are kept. */
        DIVERGED
    }
}
