package org.posewright.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects values from any thread and hands them on together, once a frame. */
final class FrameBatch<T> {

    private final Consumer<Runnable> nextFrame;
    private final Consumer<List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    FrameBatch(Consumer<Runnable> nextFrame, Consumer<List<T>> receiver) {
        this.nextFrame = nextFrame;
        this.receiver = receiver;
    }

    void add(T value) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(value);
        }
        if (first) {
            nextFrame.accept(this::deliver);
        }
    }

    private void deliver() {
        List<T> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(batch);
    }
}
