package org.posewright.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Keeps the jobs of one lane back until a test lets them go: a disk that takes its time. FX thread only, as its like. */
public final class HeldTaskService implements TaskService {

    private final TaskService inner;
    private final Lane lane;
    private final List<TaskRequest<?>> kept = new ArrayList<>();
    private boolean holding = true;

    public HeldTaskService(TaskService inner, Lane lane) {
        this.inner = inner;
        this.lane = lane;
    }

    /** Lets what was kept back begin, in order. */
    public void release() {
        holding = false;
        kept.forEach(inner::submit);
        kept.clear();
    }

    @Override
    public <V> TaskHandle submit(TaskRequest<V> request) {
        if (holding && request.lane() == lane) {
            kept.add(request);
            return new TaskHandle(request, System::nanoTime);
        }
        return inner.submit(request);
    }

    @Override
    public ObservableList<TaskHandle> running() {
        return inner.running();
    }

    @Override
    public <T> Consumer<T> batching(Consumer<List<T>> onFxThread) {
        return inner.batching(onFxThread);
    }

    @Override
    public <T> Consumer<T> batching(int most, Consumer<List<T>> onFxThread) {
        return inner.batching(most, onFxThread);
    }

    @Override
    public void later(Runnable action) {
        inner.later(action);
    }

    @Override
    public void close() {
        inner.close();
    }
}
