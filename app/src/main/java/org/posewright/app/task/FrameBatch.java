package org.posewright.app.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Collects values from any thread and hands them on once a frame, piece by piece until the share of the frame is used up; what is left
 * waits for the next.
 */
final class FrameBatch<T> {

    /** No piece is begun after so much of a frame: half of what a task on the FX thread may take. */
    static final long SHARE_NANOS = 4_000_000;

    private final Consumer<Runnable> nextFrame;
    private final LongSupplier nanos;
    private final Consumer<List<T>> receiver;
    private final int most;
    private final Deque<T> waiting = new ArrayDeque<>();
    private boolean scheduled;

    /**
     * @param nanos a clock that only goes forward
     * @param most how many values one piece holds
     */
    FrameBatch(Consumer<Runnable> nextFrame, LongSupplier nanos, int most, Consumer<List<T>> receiver) {
        this.most = most;
        this.nextFrame = nextFrame;
        this.nanos = nanos;
        this.receiver = receiver;
    }

    void add(T value) {
        boolean first;
        synchronized (this) {
            waiting.add(value);
            first = !scheduled;
            scheduled = true;
        }
        if (first) {
            nextFrame.accept(this::deliver);
        }
    }

    private void deliver() {
        long start = nanos.getAsLong();
        try {
            // What comes meanwhile has a frame of its own.
            int left = count();
            do {
                List<T> piece = take(Math.min(most, left));
                left -= piece.size();
                receiver.accept(piece);
            } while (left > 0 && nanos.getAsLong() - start < SHARE_NANOS);
        } finally {
            boolean more;
            synchronized (this) {
                more = !waiting.isEmpty();
                scheduled = more;
            }
            if (more) {
                nextFrame.accept(this::deliver);
            }
        }
    }

    private synchronized int count() {
        return waiting.size();
    }

    private synchronized List<T> take(int number) {
        List<T> piece = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            piece.add(waiting.remove());
        }
        return List.copyOf(piece);
    }
}
