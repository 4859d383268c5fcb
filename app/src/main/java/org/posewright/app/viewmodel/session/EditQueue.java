package org.posewright.app.viewmodel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.EditHistory;
import org.posewright.annotations.edit.PendingEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.save.SaveJob;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;

/**
 * Edits one after another: each is prepared on the FX thread, written to the journal off it, and shown when it is safe on disk.
 * A command is made when its turn comes, from the state that the edits before it left.
 */
public final class EditQueue {

    /** A disk that does not answer for so long keeps nobody from closing a window. */
    private static final long PATIENCE_SECONDS = 60;

    private final EditHistory history;
    private final TaskService tasks;
    private final Consumer<Throwable> onRefused;
    private final Deque<Supplier<Optional<Entry>>> waiting = new ArrayDeque<>();
    private final Deque<Runnable> afterAll = new ArrayDeque<>();
    private @Nullable Writing writing;

    EditQueue(EditHistory history, TaskService tasks, Consumer<Throwable> onRefused) {
        this.history = history;
        this.tasks = tasks;
        this.onRefused = onRefused;
    }

    /** Something that a job writes to the journal between a beginning and an end on the FX thread. */
    private interface Entry {

        void write() throws JournalException;

        void finish();

        void refuse(Exception why);
    }

    /** Carries out a command when those before it are done. */
    public void submit(Supplier<EditCommand> command) {
        enqueue(() -> history.begin(command.get()).map(this::entry));
    }

    /**
     * @param onStep hears which step it is, when its turn comes
     */
    public void undo(Consumer<EditCommand> onStep) {
        enqueue(() -> told(history.beginUndo(), onStep).map(this::entry));
    }

    /** As {@link #undo}. */
    public void redo(Consumer<EditCommand> onStep) {
        enqueue(() -> told(history.beginRedo(), onStep).map(this::entry));
    }

    private static Optional<PendingEdit> told(Optional<PendingEdit> step, Consumer<EditCommand> onStep) {
        step.map(PendingEdit::command).ifPresent(onStep);
        return step;
    }

    /**
     * Begins a save when the edits before it are done; those after it wait until the journal knows what it saves.
     *
     * @param then gets the save to run
     * @param refused hears why it could not begin
     */
    void save(Supplier<SaveJob> save, Consumer<SaveJob> then, Consumer<Exception> refused) {
        enqueue(() -> {
            SaveJob job = save.get();
            return Optional.of(new Entry() {
                @Override
                public void write() throws JournalException {
                    job.begin();
                }

                @Override
                public void finish() {
                    then.accept(job);
                }

                @Override
                public void refuse(Exception why) {
                    refused.accept(why);
                }
            });
        });
    }

    private Entry entry(PendingEdit edit) {
        return new Entry() {
            @Override
            public void write() throws JournalException {
                edit.write();
            }

            @Override
            public void finish() {
                edit.finish();
            }

            @Override
            public void refuse(Exception why) {
                edit.abandon();
                onRefused.accept(why);
            }
        };
    }

    /** Runs an action as soon as no edit is waiting: at once, if none is. */
    public void whenIdle(Runnable action) {
        afterAll.add(action);
        pump();
    }

    /** Waits until every edit is on the disk: for closing, when the results of jobs come too late. */
    public void drain() {
        Writing last = writing;
        while (last != null && last.await()) {
            end(last);
            last = writing;
        }
    }

    private void enqueue(Supplier<Optional<Entry>> edit) {
        waiting.add(edit);
        pump();
    }

    private void pump() {
        while (writing == null && !waiting.isEmpty()) {
            prepare(waiting.remove()).ifPresent(this::write);
        }
        while (writing == null && waiting.isEmpty() && !afterAll.isEmpty()) {
            afterAll.remove().run();
        }
    }

    private Optional<Entry> prepare(Supplier<Optional<Entry>> edit) {
        try {
            return edit.get();
        } catch (EditRefusedException refused) {
            onRefused.accept(refused);
            return Optional.empty();
        }
    }

    private void write(Entry pending) {
        Writing mine = new Writing(pending);
        writing = mine;
        tasks.submit(TaskRequest.<Boolean>quiet(Lane.JOURNAL, (progress, token) -> {
                    mine.write();
                    return true;
                })
                .onSuccess(written -> end(mine))
                .onFailure(failure -> end(mine)));
    }

    /** Ends an edit that was written, or could not be; once, whoever comes first. */
    private void end(Writing ended) {
        if (writing != ended) {
            return;
        }
        writing = null;
        try {
            ended.end();
        } finally {
            pump();
        }
    }

    /** An entry that a job writes. */
    private final class Writing {

        private final Entry pending;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable Exception failure;

        Writing(Entry pending) {
            this.pending = pending;
        }

        /** In the job. */
        void write() throws JournalException {
            try {
                pending.write();
            } catch (JournalException | RuntimeException notWritten) {
                failure = notWritten;
                throw notWritten;
            } finally {
                done.countDown();
            }
        }

        /** Whether the disk has answered within the time. */
        boolean await() {
            try {
                return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void end() {
            Exception why = failure;
            if (why == null) {
                pending.finish();
            } else {
                pending.refuse(why);
            }
        }
    }
}
