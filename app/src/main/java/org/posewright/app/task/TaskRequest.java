package org.posewright.app.task;

import java.util.function.Consumer;

/**
 * A job, where it runs, and what follows on the FX thread. Exactly one of the three endings is called.
 *
 * @param title for the status bar; empty for work too small to show
 * @param <V> what the job brings back
 */
public record TaskRequest<V>(
        String title,
        Lane lane,
        Job<V> job,
        Consumer<? super V> onSuccess,
        Consumer<? super Throwable> onFailure,
        Runnable onCancelled) {

    /** Work that the status bar shows; what fails reaches the error presenter unless {@link #onFailure} says otherwise. */
    public static <V> TaskRequest<V> shown(String title, Lane lane, Job<V> job) {
        return new TaskRequest<>(title, lane, job, value -> {}, TaskRequest::unhandled, () -> {});
    }

    /** Small work that nobody needs to see. */
    public static <V> TaskRequest<V> quiet(Lane lane, Job<V> job) {
        return shown("", lane, job);
    }

    public boolean isShown() {
        return !title.isEmpty();
    }

    public TaskRequest<V> onSuccess(Consumer<? super V> action) {
        return new TaskRequest<>(title, lane, job, action, onFailure, onCancelled);
    }

    public TaskRequest<V> onFailure(Consumer<? super Throwable> action) {
        return new TaskRequest<>(title, lane, job, onSuccess, action, onCancelled);
    }

    public TaskRequest<V> onCancelled(Runnable action) {
        return new TaskRequest<>(title, lane, job, onSuccess, onFailure, action);
    }

    private static void unhandled(Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
}
