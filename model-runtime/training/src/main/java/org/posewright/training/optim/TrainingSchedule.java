package org.posewright.training.optim;

/**
 * Learning rate, momentum and accumulation of every batch. Pure arithmetic.
 *
 * @param epochs planned length of the run
 * @param batchesPerEpoch number of batches in an epoch
 * @param batch the batch argument, also where fewer pictures exist
 */
public record TrainingSchedule(
        OptimizerSettings settings, OptimizerRule rule, int epochs, int batchesPerEpoch, int batch) {

    private static final int MIN_WARMUP_BATCHES = 100;

    /** Values for one batch. */
    public record Values(double biasRate, double weightRate, double momentum, int accumulate) {}

    /** The factor on the first learning rate in a 0-based epoch. */
    public double factor(int epoch) {
        double lrf = settings.lrf();
        if (settings.cosine()) {
            return (1 - Math.cos(Math.PI * epoch / epochs)) / 2 * (lrf - 1) + 1;
        }
        return Math.max(1 - epoch / (double) epochs, 0) * (1 - lrf) + lrf;
    }

    /** Batches of warm-up; -1 when there is none. */
    public long warmupBatches() {
        if (settings.warmupEpochs() <= 0) {
            return -1;
        }
        return Math.max((long) Math.rint(settings.warmupEpochs() * batchesPerEpoch), MIN_WARMUP_BATCHES);
    }

    /**
     * @param globalBatch 0-based number of the batch since the run began
     */
    public Values at(int epoch, long globalBatch) {
        double rate = rule.learningRate() * factor(epoch);
        double fullAccumulation = settings.nominalBatch() / (double) batch;
        long warmup = warmupBatches();
        if (globalBatch > warmup) {
            double momentum = warmup < 0 ? rule.momentum() : settings.momentum();
            return new Values(rate, rate, momentum, accumulation(fullAccumulation));
        }
        double share = globalBatch / (double) warmup;
        return new Values(
                between(rule.warmupBiasLr(), rate, share),
                between(0, rate, share),
                between(settings.warmupMomentum(), settings.momentum(), share),
                accumulation(between(1, fullAccumulation, share)));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static int accumulation(double wanted) {
        return (int) Math.max(Math.rint(wanted), 1);
    }
}
