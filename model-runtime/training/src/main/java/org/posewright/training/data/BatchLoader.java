package org.posewright.training.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.posewright.training.augment.Sample;

/**
 * Makes the batches of one epoch ahead of the trainer, on threads of its own. {@link #next} is called by one thread; closing ends
 * the threads.
 */
public final class BatchLoader implements AutoCloseable {

    private static final int BATCHES_AHEAD = 2;

    private final TrainingPipeline pipeline;
    private final int epoch;
    private final ExecutorService threads;
    private final Deque<List<Future<Sample>>> ahead = new ArrayDeque<>();
    private int nextToSubmit;

    public BatchLoader(TrainingPipeline pipeline, int epoch, int workers) {
        this.pipeline = pipeline;
        this.epoch = epoch;
        threads = Executors.newFixedThreadPool(Math.max(1, workers), task -> {
            Thread thread = new Thread(task, "training-loader");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < BATCHES_AHEAD; i++) {
            submit();
        }
    }

    /** Whether {@link #next} has another batch. */
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    /**
     * The next batch of the epoch, waiting for it if need be.
     *
     * @throws java.io.UncheckedIOException if a picture cannot be read
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public PixelBatch next() throws InterruptedException {
        List<Future<Sample>> waiting = ahead.remove();
        submit();
        List<Sample> samples = new ArrayList<>(waiting.size());
        for (Future<Sample> future : waiting) {
            samples.add(outcome(future));
        }
        return pipeline.join(samples);
    }

    private static Sample outcome(Future<Sample> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("a loader thread failed", e.getCause());
        }
    }

    private void submit() {
        if (nextToSubmit >= pipeline.batchCount()) {
            return;
        }
        int batch = nextToSubmit++;
        List<Future<Sample>> futures = new ArrayList<>();
        for (int index : pipeline.indices(epoch, batch)) {
            futures.add(threads.submit(() -> pipeline.sample(epoch, batch, index)));
        }
        ahead.add(futures);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
