package org.posewright.app.viewmodel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.posewright.annotations.edit.EditHistory;
import org.posewright.annotations.edit.PendingEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;

/**
 * Edits one after another: each is prepared on the FX thread, written to the journal off it, and shown when it is safe on disk.
 * A command is made when its turn comes, from the state that the edits before it left.
 */
public final class EditQueue {

    private final EditHistory history;
    private final TaskService tasks;
    private final Consumer<Throwable> onRefused;
    private final Deque<Supplier<Optional<PendingEdit>>> waiting = new ArrayDeque<>();
    private final Deque<Runnable> afterAll = new ArrayDeque<>();
    private boolean writing;

    EditQueue(EditHistory history, TaskService tasks, Consumer<Throwable> onRefused) {
        this.history = history;
        this.tasks = tasks;
        this.onRefused = onRefused;
    }

    /** Carries out a command when those before it are done. */
    public void submit(Supplier<EditCommand> command) {
        enqueue(() -> history.begin(command.get()));
    }

    public void undo() {
        enqueue(history::beginUndo);
    }

    public void redo() {
        enqueue(history::beginRedo);
    }

    /** Runs an action as soon as no edit is waiting: at once, if none is. */
    public void whenIdle(Runnable action) {
        afterAll.add(action);
        pump();
    }

    private void enqueue(Supplier<Optional<PendingEdit>> edit) {
        waiting.add(edit);
        pump();
    }

    private void pump() {
        while (!writing && !waiting.isEmpty()) {
            prepare(waiting.remove()).ifPresent(this::write);
        }
        while (!writing && waiting.isEmpty() && !afterAll.isEmpty()) {
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
        writing = true;
        tasks.submit(TaskRequest.<Boolean>quiet(Lane.JOURNAL, (progress, token) -> {
                    pending.write();
                    return true;
                })
                .onSuccess(written -> end(pending::finish))
                .onFailure(failure -> end(() -> {
                    pending.abandon();
                    onRefused.accept(failure);
                })));
    }

    private void end(Runnable ending) {
        writing = false;
        try {
            ending.run();
        } finally {
            pump();
        }
    }
}
