package org.posewright.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects values from any thread and hands them on together, once a frame; what is too much for one frame waits for the next. */
final class FrameBatch<T> {

    private final Consumer<Runnable> nextFrame;
    private final Consumer<List<T>> receiver;
    private final int most;
    private final List<T> waiting = new ArrayList<>();

    /**
     * @param most how many values one frame takes
     */
    FrameBatch(Consumer<Runnable> nextFrame, int most, Consumer<List<T>> receiver) {
        this.most = most;
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
        boolean more;
        synchronized (this) {
            int taken = Math.min(most, waiting.size());
            List<T> head = waiting.subList(0, taken);
            batch = List.copyOf(head);
            head.clear();
            more = !waiting.isEmpty();
        }
        if (more) {
            nextFrame.accept(this::deliver);
        }
        receiver.accept(batch);
    }
}
