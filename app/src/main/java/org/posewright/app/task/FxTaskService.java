package org.posewright.app.task;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Lanes of daemon threads that report to the FX thread. */
public final class FxTaskService implements TaskService {

    private static final int IO_THREADS = 2;
    private static final long FRAME_MILLIS = 16;
    private static final long JOURNAL_SECONDS = 60;

    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final ScheduledExecutorService frames;
    private final ObservableList<TaskHandle> running = FXCollections.observableArrayList();
    private final Set<TaskHandle> all = new LinkedHashSet<>();

    private final BiConsumer<String, Runnable> watch;

    public FxTaskService() {
        this((what, action) -> action.run());
    }

    /**
     * @param watch runs what arrives on the FX thread, given with the title of its task, and may look how long it takes
     */
    public FxTaskService(BiConsumer<String, Runnable> watch) {
        this.watch = watch;
        int small = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        lanes.put(Lane.IO, Executors.newFixedThreadPool(IO_THREADS, daemons("io")));
        lanes.put(Lane.JOURNAL, Executors.newFixedThreadPool(1, daemons("journal")));
        lanes.put(Lane.BATCH, Executors.newFixedThreadPool(1, daemons("batch")));
        lanes.put(Lane.NETWORK, Executors.newFixedThreadPool(1, daemons("network")));
        lanes.put(Lane.PROCESS, Executors.newCachedThreadPool(daemons("process")));
        lanes.put(
                Lane.THUMBNAILS,
                new ThreadPoolExecutor(
                        small, small, 0, TimeUnit.SECONDS, new NewestFirstQueue<>(), daemons("thumbnails")));
        lanes.put(
                Lane.INFERENCE,
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("inference")));
        frames = Executors.newSingleThreadScheduledExecutor(daemons("frames"));
    }

    @Override
    public <V> TaskHandle submit(TaskRequest<V> request) {
        TaskHandle handle = new TaskHandle(request, System::nanoTime);
        all.add(handle);
        if (request.isShown()) {
            running.add(handle);
        }
        try {
            lane(request.lane()).execute(() -> run(request, handle));
        } catch (RejectedExecutionException closing) {
            end(handle, request.onCancelled());
        }
        return handle;
    }

    @Override
    public ObservableList<TaskHandle> running() {
        return running;
    }

    @Override
    public <T> Consumer<T> batching(Consumer<List<T>> onFxThread) {
        return batching(Integer.MAX_VALUE, onFxThread);
    }

    @Override
    public <T> Consumer<T> batching(int most, Consumer<List<T>> onFxThread) {
        FrameBatch<T> batch = new FrameBatch<>(this::nextFrame, System::nanoTime, most, onFxThread);
        return batch::add;
    }

    @Override
    public void later(Runnable action) {
        onFx("later", action);
    }

    @Override
    public void close() {
        finishJournal();
        List.copyOf(all).forEach(TaskHandle::cancel);
        lanes.values().forEach(ExecutorService::shutdownNow);
        frames.shutdownNow();
    }

    /** What a person decided comes to the disk, however slow that is. */
    private void finishJournal() {
        ExecutorService journal = lane(Lane.JOURNAL);
        journal.shutdown();
        try {
            journal.awaitTermination(JOURNAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ExecutorService lane(Lane lane) {
        return java.util.Objects.requireNonNull(lanes.get(lane));
    }

    /** Runs something on the FX thread under the eyes of whoever watches it. */
    private void onFx(String what, Runnable action) {
        Platform.runLater(() -> watch.accept(what, action));
    }

    private <V> void run(TaskRequest<V> request, TaskHandle handle) {
        if (handle.isCancelled()) {
            onFx(request.title(), () -> end(handle, request.onCancelled()));
            return;
        }
        Consumer<Report> reports = batching(batch -> {
            Report last = batch.get(batch.size() - 1);
            handle.report(last.done, last.total, last.message);
        });
        try {
            V value = request.job()
                    .run((done, total, message) -> reports.accept(new Report(done, total, message)), handle.token());
            onFx(
                    request.title(),
                    () -> end(
                            handle,
                            handle.isCancelled()
                                    ? request.onCancelled()
                                    : () -> request.onSuccess().accept(value)));
        } catch (CancellationException cancelled) {
            onFx(request.title(), () -> end(handle, request.onCancelled()));
        } catch (Throwable failure) {
            Runnable ending = handle.isCancelled()
                    ? request.onCancelled()
                    : () -> request.onFailure().accept(failure);
            onFx(request.title(), () -> end(handle, ending));
        }
    }

    private void end(TaskHandle handle, Runnable ending) {
        running.remove(handle);
        all.remove(handle);
        ending.run();
    }

    private void nextFrame(Runnable action) {
        try {
            frames.schedule(() -> onFx("arrivals", action), FRAME_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            Platform.runLater(action);
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private record Report(long done, long total, String message) {}
}
