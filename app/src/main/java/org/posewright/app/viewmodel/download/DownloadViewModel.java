package org.posewright.app.viewmodel.download;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.posewright.app.task.Job;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskHandle;
import org.posewright.app.task.TaskProgress;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;

/**
 * One download at a time. A pause ends the job; what has arrived stays on disk, and going on asks the server for the rest. It lives
 * longer than the dialog that shows it.
 */
public final class DownloadViewModel {

    /** What a download is doing. */
    public enum State {
        IDLE,
        RUNNING,
        PAUSED,
        FAILED,
        DONE
    }

    private final TaskService tasks;
    private final Function<Throwable, String> sentences;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyObjectWrapper<TaskProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", TaskProgress.UNKNOWN);
    private Subscription followed = Subscription.EMPTY;
    private @Nullable TaskHandle running;
    private @Nullable Job<Path> job;
    private Consumer<Path> onDone = path -> {};

    /**
     * @param sentences how a failure is told
     */
    public DownloadViewModel(TaskService tasks, Function<Throwable, String> sentences) {
        this.tasks = tasks;
        this.sentences = sentences;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence while {@link State#FAILED}; empty otherwise. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What is fetched; empty while nothing was asked for. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Bytes of the file that is coming, or entries of the archive that is unpacked. */
    public ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /**
     * Starts, unless another download is running.
     *
     * @param action gets what was fetched, to open it
     */
    public void start(String what, Job<Path> work, Consumer<Path> action) {
        if (state.get() != State.RUNNING) {
            title.set(what);
            job = work;
            onDone = action;
            run(work);
        }
    }

    /** Goes on after a pause or failure. */
    public void resume() {
        Job<Path> work = job;
        if (work != null && (state.get() == State.PAUSED || state.get() == State.FAILED)) {
            run(work);
        }
    }

    /** Ends the transfer; what has arrived is kept. */
    public void pause() {
        TaskHandle handle = running;
        if (handle != null) {
            handle.cancel();
        }
    }

    /** Gives a paused or failed download up, so that another can be chosen; what has arrived is kept all the same. */
    public void dismiss() {
        if (state.get() != State.RUNNING) {
            job = null;
            title.set("");
            failure.set("");
            state.set(State.IDLE);
        }
    }

    private void run(Job<Path> work) {
        failure.set("");
        progress.set(TaskProgress.UNKNOWN);
        state.set(State.RUNNING);
        TaskHandle handle = tasks.submit(TaskRequest.shown(title.get(), Lane.NETWORK, work)
                .onSuccess(this::done)
                .onFailure(this::failed)
                .onCancelled(() -> end(State.PAUSED)));
        if (state.get() == State.RUNNING) {
            running = handle;
            followed = handle.progressProperty().subscribe(progress::set);
        }
    }

    private void done(Path path) {
        end(State.DONE);
        onDone.accept(path);
    }

    private void failed(Throwable cause) {
        failure.set(sentences.apply(cause));
        end(State.FAILED);
    }

    private void end(State ending) {
        followed.unsubscribe();
        running = null;
        state.set(ending);
    }
}
