package org.posewright.app.canvas.gesture;

import java.util.Optional;
import java.util.function.Consumer;
import org.posewright.annotations.model.Box;

/** A rectangle is dragged; what it means is decided by whoever asked for it. */
public final class MarqueeGesture implements Gesture {

    private final Pointer press;
    private final Consumer<Optional<Box>> preview;
    private final Consumer<Box> onRectangle;
    private final Runnable onClick;

    /**
     * @param preview shows the rectangle while it grows, in image pixels
     * @param onClick what a press without a drag means
     */
    public MarqueeGesture(Pointer press, Consumer<Optional<Box>> preview, Consumer<Box> onRectangle, Runnable onClick) {
        this.press = press;
        this.preview = preview;
        this.onRectangle = onRectangle;
        this.onClick = onClick;
    }

    @Override
    public void drag(Pointer pointer) {
        preview.accept(Optional.of(region(pointer)));
    }

    @Override
    public void release(Pointer pointer) {
        preview.accept(Optional.empty());
        Box region = region(pointer);
        if (region.width() > 0 && region.height() > 0) {
            onRectangle.accept(region);
        } else {
            onClick.run();
        }
    }

    @Override
    public void cancel() {
        preview.accept(Optional.empty());
    }

    private Box region(Pointer pointer) {
        return Box.ofCorners(
                Math.min(press.imageX(), pointer.imageX()),
                Math.min(press.imageY(), pointer.imageY()),
                Math.max(press.imageX(), pointer.imageX()),
                Math.max(press.imageY(), pointer.imageY()));
    }
}
