package org.posewright.training;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.training.loss.LossItems;
import org.posewright.training.run.ResultsRow;

/** Hears of a run; called on the training thread, so implementations are quick. */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** A sentence for the log: what was decided, what to mind. */
    default void note(String sentence) {}

    /** Everything is ready; the first batch comes next. */
    default void started(RunStart start) {}

    /** The starting weights were validated; they are the best until an epoch beats them. */
    default void baseline(ValidationResult before) {}

    /** A batch has been trained on. */
    default void batch(BatchProgress progress) {}

    /** A validation goes on. */
    default void validating(int done, int total) {}

    /** An epoch has been trained and, as a rule, validated. */
    default void epoch(EpochSummary epoch) {}

    /** Weights have been written. */
    default void saved(Path file, boolean isBest) {}

    /** The run waits, or goes on. */
    default void paused(boolean isPaused) {}

    /** The run is over; failures are exceptions instead. */
    default void finished(TrainingReport report) {}

    /** The run broke off with a failure, which its caller gets as an exception. */
    default void failed(String sentence) {}

    /** Both hear everything, this one first. */
    default TrainingListener and(TrainingListener other) {
        return new ListenerPair(this, other);
    }

    /**
     * How a run begins.
     *
     * @param startEpoch 0-based; above 0 when a run is resumed
     * @param device "cpu", or "cuda:0" for the first card
     * @param precision "fp32" or "bf16"
     * @param optimizer one sentence
     */
    record RunStart(
            Path folder,
            int startEpoch,
            int epochs,
            int trainingImages,
            int validationImages,
            int people,
            int batch,
            int imageSize,
            long parameters,
            String device,
            String precision,
            String optimizer) {}

    /**
     * Where a run stands after a batch.
     *
     * @param epoch 0-based
     * @param batch 0-based within the epoch
     * @param losses running means of the epoch
     * @param instances people in this batch
     * @param inputSize width of this batch's input
     * @param imagesPerSecond over the epoch so far
     * @param secondsLeft until the last epoch ends, as the rate says
     * @param memoryBytes resident memory of the process
     */
    record BatchProgress(
            int epoch,
            int epochs,
            int batch,
            int batches,
            LossItems losses,
            int instances,
            int inputSize,
            double imagesPerSecond,
            double secondsLeft,
            long memoryBytes) {}

    /**
     * An epoch's outcome.
     *
     * @param row as written to {@code results.csv}
     * @param validation null when this epoch was not validated
     * @param isBest whether these are the best weights so far
     */
    record EpochSummary(
            ResultsRow row, @Nullable ValidationResult validation, boolean isBest, double imagesPerSecond) {}
}
