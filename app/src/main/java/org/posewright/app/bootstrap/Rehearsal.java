package org.posewright.app.bootstrap;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.viewmodel.session.DatasetSession;

/**
 * Goes through a drag before the first one: the code of it is loaded and compiled while nobody waits, since a first drag on cold code
 * takes longer than a frame. Each part presses, moves and gives up within one turn of the FX thread, through layout and painting, and
 * leaves everything as it was; nothing of it is ever on the screen, and no edit is made. Waits while somebody uses
 * mouse or keys, and stops as soon as somebody selects, draws or drags.
 */
final class Rehearsal {

    private static final int PARTS = 40;

    private static final long QUIET_NANOS = 400_000_000;

    /** No further move is begun after this time. */
    private static final long PART_NANOS = 4_000_000;

    private static final int FIRST_PRESS = 1;
    private static final int FIRST_DRAG = 2;
    private static final int MOST_MOVES = 3;
    private static final double STEP = 4;

    /** In frames; nobody who types for so long needs a quick first drag. */
    private static final int MOST_WAITS = 1200;

    private final EditorModels models;
    private final CanvasArea area;
    private final TaskService tasks;
    private final Consumer<Integer> nextFrame;
    private boolean started;
    private boolean done;
    private int waits;
    private boolean acting;
    private long lastInput = System.nanoTime() - QUIET_NANOS;
    private @Nullable Scene watched;

    Rehearsal(EditorModels models, CanvasArea area, TaskService tasks) {
        this.models = models;
        this.area = area;
        this.tasks = tasks;
        this.nextFrame = tasks.batching(1, parts -> play(parts.get(0)));
        area.canvas().pictureProperty().subscribe(this::startWhenShown);
        models.editor().sceneProperty().subscribe(this::startWhenShown);
    }

    /** Whether it is over, or somebody began to act and it is not needed any more. */
    boolean isDone() {
        return done;
    }

    private void startWhenShown() {
        if (!started && area.canvas().pictureProperty().get() != null && place().isPresent()) {
            started = true;
            practiceEdits();
        }
    }

    /** The part without a window, in the background; the rest follows. */
    private void practiceEdits() {
        DatasetSession session = models.workspace().session().orElseThrow();
        EditPractice practice = new EditPractice(
                session.store().frame(),
                models.editor().record().orElseThrow(),
                models.editor().oks().rule(session.skeleton()));
        tasks.submit(TaskRequest.<Integer>quiet(Lane.IO, (progress, token) -> practice.run(token))
                .onSuccess(edits -> nextFrame.accept(0))
                .onCancelled(() -> done = true));
    }

    private void play(int part) {
        Optional<Place> place = place();
        Scene scene = area.getScene();
        boolean somebodyActs = area.input().isGesturing()
                || !models.editor().selectionProperty().get().equals(Selection.NONE)
                || models.canvasEditing().isPlacing()
                || models.canvasEditing().isTemplateArmed();
        if (part >= PARTS || somebodyActs) {
            done = true;
            return;
        }
        boolean possible = place.isPresent()
                && scene != null
                && area.canvas().getWidth() > 0
                && !isTyping(scene)
                && isQuiet(scene);
        if (possible) {
            boolean withPredictions = part > FIRST_DRAG && part % 3 == 0;
            if (withPredictions) {
                models.editor().standIn(models.editor().record().map(EditPractice::predictions));
            }
            acting = true;
            try {
                act(place.get(), scene, part);
            } finally {
                acting = false;
                if (withPredictions) {
                    models.editor().standIn(Optional.empty());
                    show(scene, area.canvas());
                }
            }
        }
        if (!possible && ++waits > MOST_WAITS) {
            done = true;
            return;
        }
        nextFrame.accept(possible ? part + 1 : part);
    }

    /** Whether nobody has touched mouse, wheel or keys for a moment: a part may take longer than their handling should wait. */
    private boolean isQuiet(Scene scene) {
        if (watched != scene) {
            watched = scene;
            scene.addEventFilter(InputEvent.ANY, event -> {
                if (!acting) {
                    lastInput = System.nanoTime();
                }
            });
        }
        return System.nanoTime() - lastInput > QUIET_NANOS;
    }

    private static boolean isTyping(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl field
                && !field.getText().isEmpty();
    }

    /** Each of the first parts goes one step further than the one before, so that none meets much that is cold. */
    private void act(Place place, Scene scene, int part) {
        PoseCanvas canvas = area.canvas();
        Region glass = canvas.glass();
        ViewTransform view = canvas.transformProperty().get();
        double x = view.viewX(place.x);
        double y = view.viewY(place.y);
        long end = System.nanoTime() + PART_NANOS;
        @Nullable Node focused = scene.getFocusOwner();
        try {
            fire(glass, MouseEvent.MOUSE_MOVED, x, y);
            show(scene, canvas);
            if (part >= FIRST_PRESS) {
                fire(glass, MouseEvent.MOUSE_PRESSED, x, y);
                show(scene, canvas);
            }
            int last = Math.min(part, FIRST_DRAG + MOST_MOVES);
            for (int i = FIRST_DRAG; i <= last && (i == FIRST_DRAG || System.nanoTime() < end); i++) {
                fire(glass, MouseEvent.MOUSE_DRAGGED, x + STEP * i, y + STEP * i);
                show(scene, canvas);
            }
        } finally {
            area.input().cancelGesture();
            if (part > FIRST_DRAG) {
                models.commands().touchKeypoint(place.person, place.index);
            }
            models.editor().selectionProperty().set(Selection.NONE);
            fire(glass, MouseEvent.MOUSE_EXITED, x, y);
            if (focused != null) {
                focused.requestFocus();
            }
            show(scene, canvas);
        }
    }

    /**
     * Layout and painting of what an event changed. Styles are left to the next pulse, which looks at changed nodes only: asked for here,
     * they would be looked up for the whole window.
     */
    private static void show(Scene scene, PoseCanvas canvas) {
        scene.getRoot().layout();
        canvas.paintNow();
    }

    /** A labelled point, in image pixels; empty while no picture with one is open. */
    private Optional<Place> place() {
        @Nullable CanvasScene shown = models.editor().sceneProperty().get();
        List<PersonInstance> people = shown == null ? List.of() : shown.people();
        for (PersonInstance person : people) {
            Keypoints points = person.keypoints();
            for (int i = 0; i < points.size(); i++) {
                if (points.isLabeled(i)) {
                    return Optional.of(new Place(person.id(), i, points.x(i), points.y(i)));
                }
            }
        }
        return Optional.empty();
    }

    private record Place(long person, int index, double x, double y) {}

    private static void fire(Region target, EventType<MouseEvent> type, double x, double y) {
        Point2D at = target.localToScene(x, y);
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        MouseButton button = down ? MouseButton.PRIMARY : MouseButton.NONE;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type, at.getX(), at.getY(), at.getX(), at.getY(), button, 1, false, false, false, false, down,
                        false, false, true, false, true, null));
    }
}
