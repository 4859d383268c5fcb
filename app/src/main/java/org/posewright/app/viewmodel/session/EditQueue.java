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
    private final Deque<Supplier<Optional<PendingEdit>>> waiting = new ArrayDeque<>();
    private final Deque<Runnable> afterAll = new ArrayDeque<>();
    private @Nullable Writing writing;

    EditQueue(EditHistory history, TaskService tasks, Consumer<Throwable> onRefused) {
        this.history = history;
        this.tasks = tasks;
        this.onRefused = onRefused;
    }

    /** Carries out a command when those before it are done. */
    public void submit(Supplier<EditCommand> command) {
        enqueue(() -> history.begin(command.get()));
    }

    /**
     * @param onStep hears which step it is, when its turn comes
     */
    public void undo(Consumer<EditCommand> onStep) {
        enqueue(() -> told(history.beginUndo(), onStep));
    }

    /** As {@link #undo}. */
    public void redo(Consumer<EditCommand> onStep) {
        enqueue(() -> told(history.beginRedo(), onStep));
    }

    private static Optional<PendingEdit> told(Optional<PendingEdit> step, Consumer<EditCommand> onStep) {
        step.map(PendingEdit::command).ifPresent(onStep);
        return step;
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

    private void enqueue(Supplier<Optional<PendingEdit>> edit) {
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

    private Optional<PendingEdit> prepare(Supplier<Optional<PendingEdit>> edit) {
        try {
            return edit.get();
        } catch (EditRefusedException refused) {
            onRefused.accept(refused);
            return Optional.empty();
        }
    }

    private void write(PendingEdit pending) {
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

    /** An edit whose entry a job writes. */
    private final class Writing {

        private final PendingEdit pending;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable Exception failure;

        Writing(PendingEdit pending) {
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
                pending.abandon();
                onRefused.accept(why);
            }
        }
    }
}
