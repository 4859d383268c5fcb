package org.posewright.training;

import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.data.UnreadablePictures;
import org.posewright.training.optim.TrainingSchedule;
import org.posewright.training.run.RunFolder;

/** What a run works with, made before its first batch. Closing frees native memory. */
record RunParts(
        TrainingPlan plan,
        RunFolder folder,
        TrainingPipeline pipeline,
        TrainingSchedule schedule,
        Learner learner,
        Validator validator,
        RunWeights weights,
        RunPictures pictures,
        UnreadablePictures unreadable)
        implements AutoCloseable {

    @Override
    public void close() {
        learner.close();
        validator.close();
    }
}
