package org.posewright.app.canvas.gesture;

/** From press to release. Until release only a preview changes; release submits one edit; cancel leaves everything as it was. */
public interface Gesture {

    void drag(Pointer pointer);

    void release(Pointer pointer);

    void cancel();

    /** Whether a magnified view of the place under the pointer helps. */
    default boolean wantsLoupe() {
        return false;
    }
}
