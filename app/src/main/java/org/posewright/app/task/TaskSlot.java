package org.posewright.app.task;

import org.jspecify.annotations.Nullable;

/** Keeps only the latest of a kind of request: a new one cancels the one before, and a late result is dropped. */
public final class TaskSlot {

    private final TaskService tasks;
    private long latestRequest;
    private @Nullable TaskHandle running;

    public TaskSlot(TaskService tasks) {
        this.tasks = tasks;
    }

    public <V> void submit(TaskRequest<V> request) {
        cancel();
        long id = ++latestRequest;
        running = tasks.submit(request.onSuccess(
                        value -> ifCurrent(id, () -> request.onSuccess().accept(value)))
                .onFailure(failure -> ifCurrent(id, () -> request.onFailure().accept(failure)))
                .onCancelled(() -> ifCurrent(id, request.onCancelled())));
    }

    /** Gives up what is under way; none of its endings is called. */
    public void cancel() {
        latestRequest++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    private void ifCurrent(long id, Runnable action) {
        if (id == latestRequest) {
            running = null;
            action.run();
        }
    }
}
