package org.posewright.app.viewmodel.finetune;

import java.util.function.BiConsumer;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunEstimator;
import org.posewright.app.training.RunLauncher;

/** What the view-models of training need from outside. */
public record TrainingServices(
        RunLauncher launcher,
        RunEstimator estimator,
        TaskService tasks,
        Messages messages,
        BiConsumer<String, Throwable> onFailure) {}
