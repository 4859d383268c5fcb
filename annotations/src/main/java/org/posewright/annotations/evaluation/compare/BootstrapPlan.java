package org.posewright.annotations.evaluation.compare;

/**
 * How to resample pictures.
 *
 * @param replicates resampled sets of pictures
 * @param seed same seed, same intervals, whatever the number of threads
 * @param confidence share of the replicates that the interval holds, such as 0.95
 */
public record BootstrapPlan(int replicates, long seed, double confidence) {

    public static final BootstrapPlan DEFAULT = new BootstrapPlan(400, 0, 0.95);

    public BootstrapPlan {
        if (replicates < 2 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a bootstrap needs two replicates and a confidence between 0 and 1");
        }
    }
}
