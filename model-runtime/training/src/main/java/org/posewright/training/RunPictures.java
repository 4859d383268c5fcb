package org.posewright.training;

import org.posewright.training.data.PixelBatch;
import org.posewright.training.run.RunFolder;

/** Draws the pictures of a run folder at their time. */
final class RunPictures {

    private final RunFolder folder;
    private final TrainingPlan plan;
    private final TrainingData data;
    private final int batchCount;

    RunPictures(RunFolder folder, TrainingPlan plan, TrainingData data, int batchCount) {
        this.folder = folder;
        this.plan = plan;
        this.data = data;
        this.batchCount = batchCount;
    }

    void begin() {}

    void trained(int epoch, int number, PixelBatch batch) {}
}
