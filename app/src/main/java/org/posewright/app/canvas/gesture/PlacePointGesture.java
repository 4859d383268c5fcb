package org.posewright.app.canvas.gesture;

/** One click places the next point of a new person; with Shift held the point is hidden in the picture. */
public final class PlacePointGesture implements Gesture {

    private final PoseEditing editing;

    public PlacePointGesture(PoseEditing editing) {
        this.editing = editing;
    }

    @Override
    public void drag(Pointer pointer) {
        // The point is placed where the button is let go.
    }

    @Override
    public void release(Pointer pointer) {
        editing.placeNext(pointer.imageX(), pointer.imageY(), pointer.shift());
    }

    @Override
    public void cancel() {
        // Nothing was placed yet.
    }

    @Override
    public boolean wantsLoupe() {
        return true;
    }
}
