package org.posewright.training;

import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.Dataset;
import org.posewright.training.augment.Sample;
import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.data.TrainingSet;
import org.posewright.training.data.UnreadablePictures;

/**
 * The very batches that a run sees or will see, without any training library: same plan and dataset, same pixels and labels. Each
 * sample knows its tiles, which labels were dropped and which points were clipped. Thread-safe; work on the calling thread.
 */
public final class BatchPreview {

    private static final int DEFAULT_BATCH = 16;

    private final TrainingPipeline pipeline;

    /**
     * @param plan its batch size must be known; {@code batch=-1} counts as the reference's default of 16
     * @param dataset as the trainer gets it
     * @throws TrainingException if there is nothing to train on
     */
    public BatchPreview(TrainingPlan plan, Dataset dataset) {
        TrainingData data = TrainingData.of(dataset, plan.arguments());
        TrainingSet set = data.trainingSet(plan, Optional.empty(), new UnreadablePictures());
        int batch = Math.min(plan.findsBatch() ? DEFAULT_BATCH : plan.batch(), set.size());
        pipeline = new TrainingPipeline(
                set,
                plan.pipeline(batch, data.skeleton().flipIndices()),
                data.skeleton().size());
    }

    /** Batches of one epoch. */
    public int batchCount() {
        return pipeline.batchCount();
    }

    /**
     * The samples of one batch.
     *
     * @param epoch 0-based
     * @param batch 0-based, below {@link #batchCount}
     * @throws java.io.UncheckedIOException if a picture cannot be read
     */
    public List<Sample> batch(int epoch, int batch) {
        return pipeline.preview(epoch, batch);
    }
}
