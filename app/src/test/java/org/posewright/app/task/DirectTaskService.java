package org.posewright.app.task;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs every job at once on the calling thread: view-model tests need no toolkit and no waiting. */
public final class DirectTaskService implements TaskService {

    private final ObservableList<TaskHandle> running = FXCollections.observableArrayList();

    @Override
    public <V> TaskHandle submit(TaskRequest<V> request) {
        TaskHandle handle = new TaskHandle(request, System::nanoTime);
        V value;
        try {
            value = request.job().run(handle::report, handle.token());
        } catch (CancellationException cancelled) {
            request.onCancelled().run();
            return handle;
        } catch (Exception failure) {
            request.onFailure().accept(failure);
            return handle;
        }
        request.onSuccess().accept(value);
        return handle;
    }

    @Override
    public ObservableList<TaskHandle> running() {
        return running;
    }

    @Override
    public <T> Consumer<T> batching(Consumer<List<T>> onFxThread) {
        return value -> onFxThread.accept(List.of(value));
    }

    @Override
    public <T> Consumer<T> batching(int most, Consumer<List<T>> onFxThread) {
        return batching(onFxThread);
    }

    @Override
    public void later(Runnable action) {
        action.run();
    }

    @Override
    public void close() {
        // No threads to end.
    }
}
