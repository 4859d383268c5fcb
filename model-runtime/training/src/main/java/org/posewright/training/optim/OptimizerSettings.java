package org.posewright.training.optim;

/**
 * What a person may say about the optimiser; names follow the reference's arguments.
 *
 * @param lr0 first learning rate
 * @param lrf last learning rate as a fraction of the first
 * @param cosine whether the rate falls along a cosine instead of a line
 * @param warmupBiasLr learning rate of biases at the first batch
 * @param nominalBatch batch size that gradients are accumulated to
 */
public record OptimizerSettings(
        OptimizerKind kind,
        double lr0,
        double lrf,
        boolean cosine,
        double momentum,
        double weightDecay,
        double warmupEpochs,
        double warmupMomentum,
        double warmupBiasLr,
        int nominalBatch) {

    public static final OptimizerSettings DEFAULT =
            new OptimizerSettings(OptimizerKind.AUTO, 0.01, 0.01, false, 0.937, 0.0005, 3, 0.8, 0.1, 64);
}
