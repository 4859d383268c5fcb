package org.posewright.app.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.task.TaskService;
import org.posewright.app.view.inspector.InspectorView;
import org.posewright.app.view.shell.ScreenHost;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/**
 * Brings the editor into the window behind the welcome page piece by piece: styled all at once, when the first dataset is there,
 * it keeps the FX thread for a third of a second. A dataset that is opened before waits for the last piece.
 */
final class EditorPreparation {

    /** Rows for so many people are made before; most pictures have no more. */
    private static final int PEOPLE = 4;

    /** No piece is begun after so much of a turn. */
    private static final long SHARE_NANOS = 4_000_000;

    /** The same while a dataset waits: who opens one wants to see it, and there is nothing else to use. */
    private static final long SHARE_NANOS_AWAITED = 40_000_000;

    private final ScreenHost screens;
    private final InspectorView inspector;
    private final TaskService tasks;
    private final Deque<Runnable> pieces = new ArrayDeque<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean started;
    private boolean running;

    EditorPreparation(ScreenHost screens, InspectorView inspector, TaskService tasks) {
        this.screens = screens;
        this.inspector = inspector;
        this.tasks = tasks;
    }

    /** Begins, once; for a window that is shown. */
    void begin() {
        if (started) {
            return;
        }
        started = true;
        running = true;
        schedule(screens.prepare(ShellViewModel.EDITOR), screens::preparePiece);
        schedule(PEOPLE, inspector::preparePerson);
        schedule(Skeletons.COCO_PERSON.size(), inspector::prepareJoint);
        next();
    }

    /** Runs something that needs the editor, now or when it is there. */
    void whenDone(Runnable action) {
        if (running) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    private void schedule(int times, Runnable piece) {
        for (int i = 0; i < times; i++) {
            pieces.add(piece);
        }
    }

    /** Pieces for a share of a frame at each turn of the FX thread, so that input and pulses come between. */
    private void next() {
        long start = System.nanoTime();
        while (!pieces.isEmpty()) {
            pieces.remove().run();
            if (System.nanoTime() - start > (waiting.isEmpty() ? SHARE_NANOS : SHARE_NANOS_AWAITED)) {
                tasks.later(this::next);
                return;
            }
        }
        running = false;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
