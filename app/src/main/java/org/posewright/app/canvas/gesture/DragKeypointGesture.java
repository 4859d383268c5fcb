package org.posewright.app.canvas.gesture;

import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;

/** A point follows the pointer, keeping the distance at which it was grabbed. */
public final class DragKeypointGesture implements Gesture {

    private final PoseEditing editing;
    private final PersonInstance person;
    private final int index;
    private final double grabDx;
    private final double grabDy;
    private final Runnable onClick;
    private boolean moved;

    /**
     * @param onClick what a press without a drag means, such as going on to the next of several points on one spot
     */
    public DragKeypointGesture(PoseEditing editing, PersonInstance person, int index, Pointer press, Runnable onClick) {
        this.onClick = onClick;
        this.editing = editing;
        this.person = person;
        this.index = index;
        this.grabDx = person.keypoints().x(index) - press.imageX();
        this.grabDy = person.keypoints().y(index) - press.imageY();
    }

    @Override
    public void drag(Pointer pointer) {
        moved = true;
        Keypoint point = person.keypoints().get(index);
        editing.preview(
                person.withKeypoint(index, point.movedTo(pointer.imageX() + grabDx, pointer.imageY() + grabDy)));
    }

    @Override
    public void release(Pointer pointer) {
        if (moved) {
            editing.moveKeypoint(person.id(), index, pointer.imageX() + grabDx, pointer.imageY() + grabDy);
        } else {
            onClick.run();
        }
    }

    @Override
    public void cancel() {
        editing.endPreview();
    }

    @Override
    public boolean wantsLoupe() {
        return moved;
    }
}
