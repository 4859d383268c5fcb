package org.posewright.annotations.edit;

import java.util.List;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.journal.EditLog;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.JournalException;

/**
 * An edit between decision and effect, for windows that keep disks off their own thread: {@link #write()} on any thread, then
 * {@link #finish()}, or {@link #abandon()} when writing failed, on the store's thread.
 */
public final class PendingEdit {

    /** What is logged and what happens then. */
    record Plan(EditCommand command, List<JournalEntry> entries, Runnable effect) {}

    private final Plan plan;
    private final EditLog log;
    private final Runnable release;
    private volatile boolean written;
    private boolean over;

    PendingEdit(Plan plan, EditLog log, Runnable release) {
        this.plan = plan;
        this.log = log;
        this.release = release;
    }

    /** The step that is done or taken back. */
    public EditCommand command() {
        return plan.command();
    }

    /**
     * Logs the edit; slow, as it waits for the disk.
     *
     * @throws JournalException if it is not safe on disk; call {@link #abandon()} then
     */
    public void write() throws JournalException {
        log.append(plan.entries());
        written = true;
    }

    /** Shows the edit in the store and tells the listeners. */
    public void finish() {
        if (!written || over) {
            throw new IllegalStateException("an edit is finished once, after it was written");
        }
        over = true;
        try {
            plan.effect().run();
        } finally {
            release.run();
        }
    }

    /** Gives the edit up; the store is as it was. */
    public void abandon() {
        if (written || over) {
            throw new IllegalStateException("an edit that was written must be finished");
        }
        over = true;
        release.run();
    }
}
