package org.posewright.training.optim;

/**
 * The optimiser that a run really uses.
 *
 * @param kind never {@link OptimizerKind#AUTO}
 * @param learningRate first learning rate
 * @param momentum SGD's momentum at the start, or Adam's beta1
 * @param weightDecay scaled to the accumulated batch
 */
public record OptimizerRule(
        OptimizerKind kind, double learningRate, double momentum, double weightDecay, double warmupBiasLr) {

    private static final long MANY_ITERATIONS = 10_000;

    /** Resolves {@code auto} as Ultralytics 8.3 does: AdamW for short runs, SGD for long ones. */
    public static OptimizerRule of(OptimizerSettings settings, int images, int batch, int epochs, int classes) {
        double accumulated = batch * Math.max(Math.rint(settings.nominalBatch() / (double) batch), 1);
        double decay = settings.weightDecay() * accumulated / settings.nominalBatch();
        if (settings.kind() != OptimizerKind.AUTO) {
            return new OptimizerRule(
                    settings.kind(), settings.lr0(), settings.momentum(), decay, settings.warmupBiasLr());
        }
        int perStep = Math.max(batch, settings.nominalBatch());
        long iterations = (long) Math.ceil(images / (double) perStep) * epochs;
        if (iterations > MANY_ITERATIONS) {
            return new OptimizerRule(OptimizerKind.SGD, 0.01, 0.9, decay, 0);
        }
        double rate = Math.rint(0.002 * 5 / (4 + classes) * 1e6) / 1e6;
        return new OptimizerRule(OptimizerKind.ADAMW, rate, 0.9, decay, 0);
    }

    /** One sentence for the log. */
    public String describe() {
        return kind.argument() + ", learning rate " + learningRate + ", momentum " + momentum + ", weight decay "
                + weightDecay;
    }
}
