package org.posewright.app.bootstrap;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.posewright.app.canvas.CanvasInput;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.viewmodel.editor.CanvasEditing;

/** Keys that mean something while the picture has the focus, and are no menu's. */
final class CanvasKeys {

    private static final double STEP = 1;
    private static final double LARGE_STEP = 10;
    private static final double SMALL_STEP = 0.1;

    private final EditorModels models;
    private final CanvasEditing drawing;

    private CanvasKeys(EditorModels models) {
        this.models = models;
        this.drawing = models.canvasEditing();
    }

    static void install(PoseCanvas canvas, CanvasInput input, EditorModels models) {
        CanvasKeys keys = new CanvasKeys(models);
        canvas.glass().addEventHandler(KeyEvent.KEY_PRESSED, event -> keys.pressed(event, input));
        canvas.glass().addEventHandler(KeyEvent.KEY_RELEASED, keys::released);
    }

    private void pressed(KeyEvent event, CanvasInput input) {
        if (event.isConsumed()) {
            return;
        }
        boolean handled = drawing.isPlacing() && drawingKey(event) || plainKey(event, input);
        if (handled) {
            event.consume();
        }
    }

    private boolean drawingKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> drawing.finishPlacing();
            case X -> drawing.toggleOccluded();
            case BACK_SPACE -> drawing.takePointBack();
            case S, TAB -> drawing.skipPoint();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plainKey(KeyEvent event, CanvasInput input) {
        if (event.isShortcutDown()) {
            return false;
        }
        int direction = event.isShiftDown() ? -1 : 1;
        switch (event.getCode()) {
            case TAB -> models.editor().stepKeypoint(direction);
            case Q -> models.editor().stepPerson(direction);
            case H -> models.overlay().hideAll(true);
            case ESCAPE -> escape(input);
            case LEFT, RIGHT, UP, DOWN -> {
                return arrow(event);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean arrow(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean selected = !models.editor().selectionProperty().get().people().isEmpty();
        int dx = code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
        int dy = code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0;
        if (selected) {
            double step = event.isShiftDown() ? LARGE_STEP : event.isAltDown() ? SMALL_STEP : STEP;
            models.commands().nudge(dx * step, dy * step);
        } else if (dx + dy != 0) {
            models.browser().step(dx + dy);
        }
        return true;
    }

    private void escape(CanvasInput input) {
        if (!input.cancelGesture() && !drawing.stopDrawing()) {
            models.editor().selectionProperty().set(org.posewright.app.canvas.geometry.Selection.NONE);
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.H) {
            models.overlay().hideAll(false);
        }
    }
}
