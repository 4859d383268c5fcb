package org.posewright.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands between two epochs: the numbers that a resumed run needs beside weights.
 *
 * @param nextEpoch 0-based
 * @param lastStep global number of the batch after which the optimiser last stepped; -1 before the first
 * @param bestEpoch 0-based; -1 before the first validation and while the starting weights are the best
 * @param stopperBest fitness that early stopping compares with
 * @param stopperEpoch 0-based epoch of {@code stopperBest}
 */
record RunProgress(
        int nextEpoch, long lastStep, double bestFitness, int bestEpoch, double stopperBest, int stopperEpoch) {

    static final RunProgress START = new RunProgress(0, -1, 0, -1, 0, 0);

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("next_epoch", nextEpoch);
        map.put("last_step", lastStep);
        map.put("best_fitness", bestFitness);
        map.put("best_epoch", bestEpoch);
        map.put("stopper_best", stopperBest);
        map.put("stopper_epoch", stopperEpoch);
        return map;
    }

    static RunProgress of(Map<?, ?> map) {
        return new RunProgress(
                (int) number(map, "next_epoch"),
                (long) number(map, "last_step"),
                number(map, "best_fitness"),
                (int) number(map, "best_epoch"),
                number(map, "stopper_best"),
                (int) number(map, "stopper_epoch"));
    }

    private static double number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new TrainingException("the checkpoint's training state has no " + key + "; it cannot be resumed");
    }

    /** After the starting weights were validated: what training has to beat. */
    RunProgress startingFrom(double fitness) {
        return new RunProgress(nextEpoch, lastStep, fitness, -1, fitness, 0);
    }

    /** After a validated epoch. */
    RunProgress judged(int epoch, double fitness) {
        boolean isBest = bestFitness == 0 || fitness > bestFitness;
        boolean isReset = fitness >= stopperBest;
        return new RunProgress(
                nextEpoch,
                lastStep,
                isBest ? fitness : bestFitness,
                isBest || fitness == bestFitness ? epoch : bestEpoch,
                isReset ? fitness : stopperBest,
                isReset ? epoch : stopperEpoch);
    }

    boolean shouldStop(int epoch, int patience) {
        return patience > 0 && epoch - stopperEpoch >= patience;
    }

    RunProgress after(int epoch, long newLastStep) {
        return new RunProgress(epoch + 1, newLastStep, bestFitness, bestEpoch, stopperBest, stopperEpoch);
    }
}
