package org.posewright.app.task;

import java.util.function.Consumer;

/**
 * A job, where it runs, and what follows on the FX thread. Exactly one of the three endings is called.
 *
 * @param title for the status bar; empty for work too small to show
 * @param isTelling whether the job's messages say in the person's words how far it is; they then stand in place of rate and time
 * @param <V> what the job brings back
 */
public record TaskRequest<V>(
        String title,
        Lane lane,
        Job<V> job,
        Consumer<? super V> onSuccess,
        Consumer<? super Throwable> onFailure,
        Runnable onCancelled,
        boolean isTelling) {

    /** Work that the status bar shows; what fails reaches the error presenter unless {@link #onFailure} says otherwise. */
    public static <V> TaskRequest<V> shown(String title, Lane lane, Job<V> job) {
        return new TaskRequest<>(title, lane, job, value -> {}, TaskRequest::unhandled, () -> {}, false);
    }

    /** Small work that nobody needs to see. */
    public static <V> TaskRequest<V> quiet(Lane lane, Job<V> job) {
        return shown("", lane, job);
    }

    public boolean isShown() {
        return !title.isEmpty();
    }

    public TaskRequest<V> onSuccess(Consumer<? super V> action) {
        return new TaskRequest<>(title, lane, job, action, onFailure, onCancelled, isTelling);
    }

    public TaskRequest<V> onFailure(Consumer<? super Throwable> action) {
        return new TaskRequest<>(title, lane, job, onSuccess, action, onCancelled, isTelling);
    }

    public TaskRequest<V> onCancelled(Runnable action) {
        return new TaskRequest<>(title, lane, job, onSuccess, onFailure, action, isTelling);
    }

    /** The job's messages are sentences for the status bar. */
    public TaskRequest<V> telling() {
        return new TaskRequest<>(title, lane, job, onSuccess, onFailure, onCancelled, true);
    }

    private static void unhandled(Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
}
