package org.posewright.app.viewmodel.evaluation;

import java.util.function.BiConsumer;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;

/**
 * What the view-models of evaluation share with all others.
 *
 * @param onFailure told what failed and why
 */
public record Surroundings(TaskService tasks, Messages messages, BiConsumer<String, Throwable> onFailure) {}
