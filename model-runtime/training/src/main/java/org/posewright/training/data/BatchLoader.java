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
import org.posewright.training.draw.SampleDraw;

/**
 * Makes the batches of one epoch ahead of the trainer, on threads of its own: samples on several, joined to batches on another.
 * {@link #next} is called by one thread; closing ends the threads.
 */
public final class BatchLoader implements AutoCloseable {

    private static final int BATCHES_AHEAD = 2;

    private final TrainingPipeline pipeline;
    private final int epoch;
    private final ExecutorService samplers;
    private final ExecutorService joiner;
    private final Deque<Future<PixelBatch>> ahead = new ArrayDeque<>();
    private int nextToSubmit;

    public BatchLoader(TrainingPipeline pipeline, int epoch, int workers) {
        this.pipeline = pipeline;
        this.epoch = epoch;
        samplers = daemons(Math.max(1, workers), "training-loader");
        joiner = daemons(1, "training-joiner");
        for (int i = 0; i < BATCHES_AHEAD; i++) {
            submit();
        }
    }

    private static ExecutorService daemons(int count, String name) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
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
        Future<PixelBatch> next = ahead.remove();
        submit();
        return outcome(next);
    }

    private void submit() {
        if (nextToSubmit >= pipeline.batchCount()) {
            return;
        }
        int batch = nextToSubmit++;
        List<Future<Sample>> samples = new ArrayList<>();
        for (SampleDraw draw : pipeline.draws(epoch, batch)) {
            samples.add(samplers.submit(() -> pipeline.sample(batch, draw)));
        }
        ahead.add(joiner.submit(() -> join(samples)));
    }

    private PixelBatch join(List<Future<Sample>> waiting) throws InterruptedException {
        List<Sample> samples = new ArrayList<>(waiting.size());
        for (Future<Sample> future : waiting) {
            samples.add(outcome(future));
        }
        return pipeline.join(samples);
    }

    private static <V> V outcome(Future<V> future) throws InterruptedException {
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

    @Override
    public void close() {
        samplers.shutdownNow();
        joiner.shutdownNow();
    }
}
