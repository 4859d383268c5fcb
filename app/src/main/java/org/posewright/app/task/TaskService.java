package org.posewright.app.task;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Takes work off the FX thread and brings results back to it. Called on the FX thread only. */
public interface TaskService extends AutoCloseable {

    /** Starts a request as soon as its lane is free. */
    <V> TaskHandle submit(TaskRequest<V> request);

    /** Work that is shown and not yet ended, oldest first. */
    ObservableList<TaskHandle> running();

    /**
     * A consumer that any thread may call; what it gets arrives on the FX thread in order, in batches, at most once a frame.
     */
    <T> Consumer<T> batching(Consumer<List<T>> onFxThread);

    /**
     * As {@link #batching(Consumer)}, for values whose handling takes its time: at most so many arrive together, and as many such batches
     * in one frame as its share of time allows; the others arrive in the next ones. What is added meanwhile waits for the next frame.
     */
    <T> Consumer<T> batching(int most, Consumer<List<T>> onFxThread);

    /** Runs something later on the FX thread, after what is happening now. */
    void later(Runnable action);

    /** Cancels everything and ends the threads. */
    @Override
    void close();
}
