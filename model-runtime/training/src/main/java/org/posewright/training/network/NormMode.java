package org.posewright.training.network;

/** How batch normalisation behaves. */
public enum NormMode {
    /** Statistics of the batch at hand; running statistics are updated. The usual way to train. */
    BATCH,
    /** Running statistics, which stay as they are: for evaluation, and for fine-tuning when few images are at hand. */
    RUNNING
}
