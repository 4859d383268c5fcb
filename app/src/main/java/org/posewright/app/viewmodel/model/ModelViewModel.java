package org.posewright.app.viewmodel.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.onnx.RunPurpose;

/** The open model and the device that runs it. */
public final class ModelViewModel {

    private final ModelLibrary library;
    private final TaskService tasks;
    private final TaskSlot opening;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final ReadOnlyObjectWrapper<@Nullable OpenModel> model = new ReadOnlyObjectWrapper<>(this, "model");
    private final ObjectProperty<DeviceRequest> device = new SimpleObjectProperty<>(this, "device", DeviceRequest.AUTO);

    /**
     * @param onFailure told what failed and why
     */
    public ModelViewModel(
            ModelLibrary library, TaskService tasks, Messages messages, BiConsumer<String, Throwable> onFailure) {
        this.library = library;
        this.tasks = tasks;
        this.opening = new TaskSlot(tasks);
        this.messages = messages;
        this.onFailure = onFailure;
        device.subscribe((before, after) -> reopen());
    }

    /** Null while none is open. */
    public ReadOnlyObjectProperty<@Nullable OpenModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public Optional<OpenModel> model() {
        return Optional.ofNullable(model.get());
    }

    public Optional<Path> file() {
        return model().map(OpenModel::file);
    }

    /** The wish; what the session really got is in the model's device report. */
    public ObjectProperty<DeviceRequest> deviceProperty() {
        return device;
    }

    ModelLibrary library() {
        return library;
    }

    /** Opens a model in the background; the one that is open stays until the new one is ready. */
    public void open(Path file) {
        DeviceRequest wish = device.get();
        opening.submit(TaskRequest.<OpenModel>shown(
                        messages.text(
                                isCheckpoint(file) ? "task.open-checkpoint" : "task.open-model",
                                String.valueOf(file.getFileName())),
                        Lane.INFERENCE,
                        (progress, token) -> library.open(file, wish, RunPurpose.LATENCY))
                .onSuccess(this::replace)
                .onFailure(failure -> onFailure.accept(messages.text("error.open-model"), failure)));
    }

    /** Lets the model go. */
    public void close() {
        replace(null);
    }

    private static boolean isCheckpoint(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pt");
    }

    private void reopen() {
        file().ifPresent(this::open);
    }

    private void replace(@Nullable OpenModel opened) {
        OpenModel before = model.get();
        model.set(opened);
        if (before != null) {
            tasks.submit(TaskRequest.<Boolean>quiet(Lane.INFERENCE, (progress, token) -> {
                before.model().close();
                return true;
            }));
        }
    }
}
