package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.sample.BundledSample;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;

/** Something to try for somebody who has nothing yet: the sample dataset that comes with the program. */
final class FirstSteps {

    private final TaskService tasks;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final Path samples;

    /**
     * @param samples folder for the unpacked sample
     */
    FirstSteps(TaskService tasks, Messages messages, BiConsumer<String, Throwable> onFailure, Path samples) {
        this.tasks = tasks;
        this.messages = messages;
        this.onFailure = onFailure;
        this.samples = samples;
    }

    /**
     * @param open opens a dataset folder
     */
    void define(ActionCatalog actions, Consumer<Path> open) {
        actions.define(MenuId.FILE, "file.open-sample")
                .icon("mdi2s-school-outline")
                .runs(() -> openSample(open));
    }

    private void openSample(Consumer<Path> open) {
        tasks.submit(TaskRequest.<Path>shown(
                        messages.text("task.unpack-sample"), Lane.IO, new BundledSample(samples)::unpacked)
                .onSuccess(open)
                .onFailure(failure -> onFailure.accept(messages.text("error.open-dataset"), failure)));
    }
}
