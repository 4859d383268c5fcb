package org.posewright.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.posewright.app.canvas.geometry.HitTarget;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.gesture.Gesture;
import org.posewright.app.canvas.gesture.GestureChooser;
import org.posewright.app.canvas.gesture.Pointer;
import org.posewright.app.canvas.gesture.PoseEditing;

/** Turns mouse, wheel and trackpad on the glass into gestures; space pans, Esc cancels. */
public final class CanvasInput {

    private static final double WHEEL_NOTCH = 40;
    private static final double ZOOM_PER_NOTCH = 1.18;
    private static final double DRAG_THRESHOLD = 3;

    private final PoseCanvas canvas;
    private final PoseEditing editing;
    private final GestureChooser chooser;
    private @Nullable Gesture gesture;
    private @Nullable Pointer press;
    private boolean dragging;
    private boolean spaceHeld;

    private CanvasInput(PoseCanvas canvas, PoseEditing editing) {
        this.canvas = canvas;
        this.editing = editing;
        this.chooser = new GestureChooser(editing, canvas::show, region -> canvas.interactionProperty()
                .set(canvas.interactionProperty().get().withMarquee(region)));
    }

    /** Connects a canvas with what its gestures change. */
    public static CanvasInput install(PoseCanvas canvas, PoseEditing editing) {
        CanvasInput input = new CanvasInput(canvas, editing);
        Region glass = canvas.glass();
        glass.addEventHandler(MouseEvent.MOUSE_PRESSED, input::pressed);
        glass.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::dragged);
        glass.addEventHandler(MouseEvent.MOUSE_RELEASED, input::released);
        glass.addEventHandler(MouseEvent.MOUSE_MOVED, input::moved);
        glass.addEventHandler(MouseEvent.MOUSE_EXITED, event -> input.left());
        glass.addEventHandler(ScrollEvent.SCROLL, input::scrolled);
        glass.addEventHandler(ZoomEvent.ZOOM, input::zoomed);
        glass.addEventHandler(KeyEvent.ANY, input::key);
        return input;
    }

    /** Gives up the gesture under way, if any; true when there was one. */
    public boolean cancelGesture() {
        Gesture running = gesture;
        if (running == null) {
            return false;
        }
        end();
        running.cancel();
        return true;
    }

    /** Whether a button is down and means something. */
    public boolean isGesturing() {
        return gesture != null;
    }

    private void pressed(MouseEvent event) {
        canvas.glass().requestFocus();
        if (gesture != null || event.getButton() == MouseButton.SECONDARY || !editing.isReady()) {
            return;
        }
        Pointer pointer = pointer(event);
        press = pointer;
        dragging = false;
        gesture = chooser.choose(canvas.transformProperty().get(), pointer, spaceHeld);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Pointer start = press;
        if (gesture == null || start == null) {
            return;
        }
        Pointer now = pointer(event);
        hover(now, List.of());
        dragging = dragging || Math.hypot(now.viewX() - start.viewX(), now.viewY() - start.viewY()) >= DRAG_THRESHOLD;
        if (dragging) {
            gesture.drag(now);
            canvas.showLoupe(gesture.wantsLoupe());
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        Gesture running = gesture;
        Pointer start = press;
        if (running == null || start == null) {
            return;
        }
        Pointer now = pointer(event);
        boolean moved = dragging;
        end();
        running.release(moved ? now : start);
        if (canvas.glass().contains(event.getX(), event.getY())) {
            moved(event);
        } else {
            left();
        }
        event.consume();
    }

    private void end() {
        gesture = null;
        press = null;
        dragging = false;
        canvas.showLoupe(false);
    }

    private void moved(MouseEvent event) {
        Pointer now = pointer(event);
        List<HitTarget> hits = editing.isReady()
                ? chooser.hits(canvas.transformProperty().get(), now.viewX(), now.viewY())
                : List.of();
        hover(now, hits);
        canvas.glass().setCursor(spaceHeld ? Cursor.OPEN_HAND : cursor(hits));
    }

    /** A gesture goes on outside, and there the pointer still means a place of the picture. */
    private void left() {
        if (gesture == null) {
            canvas.interactionProperty().set(canvas.interactionProperty().get().left());
        }
    }

    private void hover(Pointer now, List<HitTarget> hits) {
        canvas.interactionProperty()
                .set(canvas.interactionProperty()
                        .get()
                        .at(now.viewX(), now.viewY(), hits.stream().findFirst()));
    }

    private static Cursor cursor(List<HitTarget> hits) {
        Optional<HitTarget> first = hits.stream().findFirst();
        if (first.isEmpty()) {
            return Cursor.DEFAULT;
        }
        if (first.get() instanceof HitTarget.OnHandle on) {
            return switch (on.handle()) {
                case NORTH_WEST, SOUTH_EAST -> Cursor.NW_RESIZE;
                case NORTH_EAST, SOUTH_WEST -> Cursor.NE_RESIZE;
                case NORTH, SOUTH -> Cursor.N_RESIZE;
                case EAST, WEST -> Cursor.E_RESIZE;
            };
        }
        return first.get() instanceof HitTarget.OnBoxEdge
                ? Cursor.MOVE
                : first.get() instanceof HitTarget.OnKeypoint ? Cursor.HAND : Cursor.DEFAULT;
    }

    private void scrolled(ScrollEvent event) {
        double notches = event.getDeltaY() / WHEEL_NOTCH;
        if (notches != 0) {
            zoomAt(event.getX(), event.getY(), Math.pow(ZOOM_PER_NOTCH, notches));
        }
        event.consume();
    }

    private void zoomed(ZoomEvent event) {
        zoomAt(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }

    private void zoomAt(double viewX, double viewY, double factor) {
        canvas.show(canvas.transformProperty().get().zoomedAt(viewX, viewY, factor));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            spaceHeld = event.getEventType() == KeyEvent.KEY_PRESSED;
            canvas.glass().setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && event.getEventType() == KeyEvent.KEY_PRESSED
                && cancelGesture()) {
            event.consume();
        }
    }

    private Pointer pointer(MouseEvent event) {
        ViewTransform t = canvas.transformProperty().get();
        Pointer.Button button =
                switch (event.getButton()) {
                    case PRIMARY -> Pointer.Button.PRIMARY;
                    case MIDDLE -> Pointer.Button.MIDDLE;
                    case SECONDARY -> Pointer.Button.SECONDARY;
                    default -> Pointer.Button.NONE;
                };
        return new Pointer(
                event.getX(),
                event.getY(),
                t.imageX(event.getX()),
                t.imageY(event.getY()),
                button,
                event.isShiftDown(),
                event.isAltDown());
    }
}
