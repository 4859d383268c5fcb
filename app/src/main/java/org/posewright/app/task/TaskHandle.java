package org.posewright.app.task;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.posewright.annotations.work.CancellationToken;

/** A running request as the window sees it. Properties change on the FX thread, at most once a frame. */
public final class TaskHandle {

    private static final double NANOS_PER_SECOND = 1e9;

    private final String title;
    private final Lane lane;
    private final boolean isTelling;
    private final LongSupplier nanoClock;
    private final ReadOnlyObjectWrapper<TaskProgress> progress;
    private volatile boolean cancelled;
    private long stretchNanos;
    private long doneBefore;
    private long lastTotal = -1;

    TaskHandle(TaskRequest<?> request, LongSupplier nanoClock) {
        this.title = request.title();
        this.lane = request.lane();
        this.isTelling = request.isTelling();
        this.nanoClock = nanoClock;
        this.stretchNanos = nanoClock.getAsLong();
        this.progress = new ReadOnlyObjectWrapper<>(this, "progress", TaskProgress.UNKNOWN);
    }

    public String title() {
        return title;
    }

    public Lane lane() {
        return lane;
    }

    /** Whether the messages of its progress are sentences for a person. */
    public boolean isTelling() {
        return isTelling;
    }

    public ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Asks the work to end; it does so at its next item. */
    public void cancel() {
        cancelled = true;
    }

    CancellationToken token() {
        return () -> cancelled;
    }

    /** Another total begins another stretch, with a rate of its own: the next archive, or what is unpacked after what was fetched. */
    void report(long done, long total, String message) {
        if (total != lastTotal) {
            lastTotal = total;
            doneBefore = done;
            stretchNanos = nanoClock.getAsLong();
        }
        double seconds = (nanoClock.getAsLong() - stretchNanos) / NANOS_PER_SECOND;
        progress.set(new TaskProgress(done, total, message, doneBefore, seconds));
    }
}
