package org.posewright.training;

import org.bytedeco.javacpp.Pointer;
import org.posewright.training.loss.LossItems;

/** Running means and rate of one epoch. */
final class EpochMeter {

    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();
    private LossItems sum = LossItems.ZERO;
    private int batches;
    private int images;

    void add(LossItems items, int imagesInBatch) {
        sum = sum.plus(items);
        batches++;
        images += imagesInBatch;
    }

    /** Unweighted mean over the batches. */
    LossItems mean() {
        return batches == 0 ? LossItems.ZERO : sum.dividedBy(batches);
    }

    double imagesPerSecond() {
        return images / Math.max(seconds(), 1e-9);
    }

    double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }

    double secondsPerBatch() {
        return batches == 0 ? 0 : seconds() / batches;
    }

    /** Resident memory of this process. */
    static long memoryBytes() {
        return Pointer.physicalBytes();
    }

    /** Memory that processes can still get, within the limit of the container where there is one. */
    static long freeMemoryBytes() {
        long free = Pointer.availablePhysicalBytes();
        return Math.min(free, ContainerMemory.free().orElse(free));
    }
}
