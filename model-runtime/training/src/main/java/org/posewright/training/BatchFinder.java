package org.posewright.training;

import java.util.ArrayList;
import java.util.List;
import org.posewright.training.augment.LetterboxFrame;
import org.posewright.training.augment.Sample;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.data.TrainingSet;

/**
 * Finds a batch size that fits into memory: two trial steps of different size, a straight line through their peaks of resident
 * memory, and the size at which it reaches the wanted share of what is free.
 */
final class BatchFinder {

    private static final int[] TRIAL_SIZES = {1, 3};
    private static final int LARGEST_BATCH = 64;
    private static final long SMALLEST_IMAGE_BYTES = 8L << 20;

    private final BatchStep step;
    private final TrainingSet set;
    private final TrainingPlan plan;
    private final int keypointCount;

    BatchFinder(BatchStep step, TrainingSet set, TrainingPlan plan, int keypointCount) {
        this.step = step;
        this.set = set;
        this.plan = plan;
        this.keypointCount = keypointCount;
    }

    /** The largest batch, at most the number of pictures, whose step stays within the plan's share of the free memory. */
    int find() {
        long free = EpochMeter.freeMemoryBytes();
        long first = peakAfter(TRIAL_SIZES[0]);
        long second = peakAfter(TRIAL_SIZES[1]);
        long perImage = Math.max(SMALLEST_IMAGE_BYTES, (second - first) / (TRIAL_SIZES[1] - TRIAL_SIZES[0]));
        return choose((long) (free * plan.memoryShare()), perImage, set.size());
    }

    static int choose(long budgetBytes, long perImageBytes, int images) {
        long fitting = budgetBytes / perImageBytes;
        return (int) Math.max(1, Math.min(Math.min(fitting, LARGEST_BATCH), images));
    }

    private long peakAfter(int size) {
        LetterboxFrame frame = new LetterboxFrame(plan.imageSize(), plan.imageSize(), true);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            samples.add(frame.apply(set.load(i % set.size())));
        }
        step.run(PixelBatch.of(samples, keypointCount), 0);
        return PeakMemory.bytes();
    }
}
