package org.posewright.app.viewmodel.session;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;

/** Opens and closes datasets, and says what was understood. */
public final class OpeningViewModel {

    private final Workspace workspace;
    private final DatasetLibrary library;
    private final TaskService tasks;
    private final TaskSlot opening;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final ReadOnlyObjectWrapper<@Nullable DatasetDescription> description =
            new ReadOnlyObjectWrapper<>(this, "description");
    private Consumer<Path> onOpened = path -> {};
    private Consumer<Runnable> gate = Runnable::run;

    /**
     * @param onFailure told what failed and why
     */
    public OpeningViewModel(
            Workspace workspace,
            DatasetLibrary library,
            TaskService tasks,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.workspace = workspace;
        this.library = library;
        this.tasks = tasks;
        this.opening = new TaskSlot(tasks);
        this.messages = messages;
        this.onFailure = onFailure;
    }

    /** What was understood of the open dataset; null while none is open. */
    public ReadOnlyObjectProperty<@Nullable DatasetDescription> descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    /** Hears of each path that was opened, after its pictures are listed. */
    public void onOpened(Consumer<Path> action) {
        onOpened = action;
    }

    /** Lets somebody decide when an opened dataset is shown: is given what shows it, and runs that when all is ready. */
    public void showThrough(Consumer<Runnable> whenReady) {
        gate = whenReady;
    }

    /**
     * Opens a dataset in the place of the one that is open. That one stays open until the new one is ready, unless both are the same
     * folder, which can be locked only once.
     */
    public void open(OpenRequest request) {
        boolean same = workspace
                .session()
                .map(s -> s.store().frame().root())
                .filter(root -> request.path().toAbsolutePath().normalize().startsWith(root))
                .isPresent();
        if (same) {
            close();
        }
        Path name = request.path().getFileName();
        opening.submit(TaskRequest.<OpenedDataset>shown(
                        messages.text("task.open-dataset", name == null ? request.path() : name),
                        Lane.IO,
                        (progress, token) -> library.open(request, progress, token))
                .onSuccess(opened -> gate.accept(() -> replace(request.path(), opened)))
                .onFailure(failure -> onFailure.accept(messages.text("error.open-dataset"), failure)));
    }

    public void close() {
        workspace.session().ifPresent(session -> {
            workspace.replace(null);
            description.set(null);
            session.close();
        });
    }

    private void replace(Path path, OpenedDataset opened) {
        close();
        description.set(opened.source().description());
        workspace.replace(new DatasetSession(
                opened, tasks, failure -> onFailure.accept(messages.text("error.edit-refused"), failure)));
        onOpened.accept(path);
    }
}
