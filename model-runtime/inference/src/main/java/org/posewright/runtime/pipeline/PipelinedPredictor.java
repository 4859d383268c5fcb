package org.posewright.runtime.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;

/**
 * Runs a model over many pictures: threads that read, resize and normalise work ahead of those that run the network, which also
 * decode its output. At most some tens of pictures are under way, so memory stays bounded. One bad picture becomes a finding and the
 * rest goes on.
 */
public final class PipelinedPredictor {

    private static final long POLL_MILLIS = 20;
    private static final long SHUTDOWN_SECONDS = 60;
    private static final int AHEAD_PER_THREAD = 2;

    private final PoseModel model;
    private final @Nullable CachedRuns cache;

    /**
     * @param model opened for throughput where the processor runs it
     * @param cache where results are looked up and kept; null for none
     */
    public PipelinedPredictor(PoseModel model, @Nullable CachedRuns cache) {
        this.model = model;
        this.cache = cache;
    }

    /**
     * @param sink receives every result in the order of the tasks, as they come, on the calling thread
     * @throws CancellationException soon after the token says so; a network under way is interrupted
     */
    public PipelineReport run(
            List<PictureTask> tasks,
            InferenceOptions options,
            Consumer<PictureResult> sink,
            ProgressListener progress,
            CancellationToken token) {
        PictureStages stages = new PictureStages(model, options, cache, token);
        int runThreads = model.usefulConcurrentRuns();
        int readThreads = readThreads();
        ExecutorService readers = Executors.newFixedThreadPool(readThreads, daemons("picture-reader"));
        ExecutorService runners = Executors.newFixedThreadPool(runThreads, daemons("network-runner"));
        try {
            Delivery delivery = new Delivery(tasks.size(), sink, progress);
            Deque<CompletableFuture<PictureResult>> underWay = new ArrayDeque<>();
            int ahead = AHEAD_PER_THREAD * (readThreads + runThreads);
            for (int next = 0; next < tasks.size() || !underWay.isEmpty(); ) {
                while (next < tasks.size() && underWay.size() < ahead) {
                    int index = next++;
                    underWay.add(CompletableFuture.supplyAsync(() -> stages.prepare(index, tasks.get(index)), readers)
                            .thenApplyAsync(stages::run, runners));
                }
                delivery.deliver(await(underWay.remove(), token));
            }
            return delivery.report();
        } catch (RuntimeException | Error end) {
            // Cancelled, or the sink failed: nobody waits for the runs under way any more.
            model.interrupt();
            throw end;
        } finally {
            shutDown(readers, runners);
        }
    }

    /** A network on the processor needs few hands to feed it; one on an accelerator is fed by the whole processor. */
    private int readThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean onProcessor = model.device().provider().equals("CPU");
        return onProcessor ? Math.max(1, cores / 4) : Math.max(1, cores - 1);
    }

    private static PictureResult await(CompletableFuture<PictureResult> future, CancellationToken token) {
        while (true) {
            token.throwIfCancelled();
            try {
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the thread was interrupted");
            } catch (ExecutionException failure) {
                throw rethrown(failure.getCause());
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException problem ? problem : new IllegalStateException(cause);
    }

    private static void shutDown(ExecutorService readers, ExecutorService runners) {
        readers.shutdownNow();
        runners.shutdownNow();
        try {
            // Callers may close the model right after; closing waits for runs, this waits for what leads to them.
            readers.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
            runners.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static java.util.concurrent.ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Hands results on and keeps count; only the calling thread touches it. */
    private static final class Delivery {
        private final int total;
        private final Consumer<PictureResult> sink;
        private final ProgressListener progress;
        private final long startNanos = System.nanoTime();
        private int delivered;
        private int failed;
        private int fromCache;

        Delivery(int total, Consumer<PictureResult> sink, ProgressListener progress) {
            this.total = total;
            this.sink = sink;
            this.progress = progress;
        }

        void deliver(PictureResult result) {
            delivered++;
            failed += result.candidates().isEmpty() ? 1 : 0;
            fromCache += result.fromCache() ? 1 : 0;
            sink.accept(result);
            double rate = report().picturesPerSecond();
            progress.progress(
                    delivered,
                    total,
                    String.format(
                            Locale.ROOT,
                            "%.1f images/s, %d s left",
                            rate,
                            Math.round((total - delivered) / Math.max(rate, 1e-3))));
        }

        PipelineReport report() {
            return new PipelineReport(delivered, failed, fromCache, Duration.ofNanos(System.nanoTime() - startNanos));
        }
    }
}
