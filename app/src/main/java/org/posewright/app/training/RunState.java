package org.posewright.app.training;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run at one moment; immutable.
 *
 * @param setup null before the trainer has told
 * @param position null before the first batch
 * @param batches running means of the training losses, thinned out, oldest first
 * @param baseline scores of the weights the run started from, as epoch 0; null where they were not measured
 * @param notes sentences for the log, oldest first
 * @param closing what the run said, or what can be said, about its end; empty while it goes on
 */
public record RunState(
        RunPhase phase,
        @Nullable Setup setup,
        @Nullable Position position,
        List<BatchPoint> batches,
        List<EpochPoint> epochs,
        @Nullable EpochPoint baseline,
        List<String> notes,
        String closing) {

    /** Before anything was heard. */
    public static final RunState UNKNOWN =
            new RunState(RunPhase.PREPARING, null, null, List.of(), List.of(), null, List.of(), "");

    public RunState {
        batches = List.copyOf(batches);
        epochs = List.copyOf(epochs);
        notes = List.copyOf(notes);
    }

    /** How the run began. */
    public record Setup(
            long pid,
            int epochs,
            int trainingImages,
            int validationImages,
            int people,
            int batch,
            int imageSize,
            String device,
            String precision,
            String optimizer) {}

    /** Where the run stands; epoch and batch count from 1. */
    public record Position(
            int epoch,
            int epochs,
            int batch,
            int batches,
            double imagesPerSecond,
            double secondsLeft,
            long memoryBytes) {

        /** Share of all batches that are done. */
        public double fraction() {
            return (epoch - 1 + (double) batch / Math.max(1, batches)) / Math.max(1, epochs);
        }
    }

    /**
     * Training losses within an epoch.
     *
     * @param epochs finished, with a fraction
     * @param losses by the names box, pose, kobj, cls, dfl, total
     */
    public record BatchPoint(double epochs, Map<String, Double> losses) {}

    /**
     * A finished epoch.
     *
     * @param row columns of results.csv by name
     * @param cocoAp COCO's AP of the poses, when the epoch was validated by this program
     */
    public record EpochPoint(int epoch, Map<String, Double> row, OptionalDouble cocoAp, boolean isBest) {

        /** A column; NaN when the epoch has none. */
        public double value(String column) {
            return row.getOrDefault(column, Double.NaN);
        }
    }

    /** The epoch whose weights are kept as the best. */
    public java.util.Optional<EpochPoint> best() {
        EpochPoint best = null;
        for (EpochPoint point : epochs) {
            best = point.isBest() ? point : best;
        }
        return java.util.Optional.ofNullable(best);
    }

    public int epochsDone() {
        return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
    }

    /** The same run, found to be in another phase. */
    public RunState ended(RunPhase newPhase, String sentence) {
        return new RunState(newPhase, setup, position, batches, epochs, baseline, notes, sentence);
    }
}
