package org.posewright.app.canvas.gesture;

import java.util.function.Consumer;
import org.posewright.app.canvas.geometry.ViewTransform;

/** The picture follows the pointer. */
public final class PanGesture implements Gesture {

    private final ViewTransform before;
    private final Pointer press;
    private final Consumer<ViewTransform> view;

    public PanGesture(ViewTransform before, Pointer press, Consumer<ViewTransform> view) {
        this.before = before;
        this.press = press;
        this.view = view;
    }

    @Override
    public void drag(Pointer pointer) {
        view.accept(before.panned(pointer.viewX() - press.viewX(), pointer.viewY() - press.viewY()));
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
    }

    @Override
    public void cancel() {
        view.accept(before);
    }
}
