package org.posewright.app.canvas.gesture;

import java.util.function.BiFunction;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.geometry.BoxHandle;

/** The box of a person is resized by a grip, or moved by its outline; the points stay. */
public final class ChangeBoxGesture implements Gesture {

    private final PoseEditing editing;
    private final PersonInstance person;
    private final Pointer press;
    private final BiFunction<Double, Double, Box> change;
    private boolean moved;

    private ChangeBoxGesture(
            PoseEditing editing, PersonInstance person, Pointer press, BiFunction<Double, Double, Box> change) {
        this.editing = editing;
        this.person = person;
        this.press = press;
        this.change = change;
    }

    public static ChangeBoxGesture resize(PoseEditing editing, PersonInstance person, BoxHandle handle, Pointer press) {
        return new ChangeBoxGesture(editing, person, press, (dx, dy) -> handle.resize(person.box(), dx, dy));
    }

    public static ChangeBoxGesture move(PoseEditing editing, PersonInstance person, Pointer press) {
        return new ChangeBoxGesture(
                editing, person, press, (dx, dy) -> person.box().translated(dx, dy));
    }

    @Override
    public void drag(Pointer pointer) {
        moved = true;
        editing.preview(person.withBox(boxAt(pointer)));
    }

    @Override
    public void release(Pointer pointer) {
        if (moved) {
            editing.changeBox(person.id(), boxAt(pointer));
        }
    }

    @Override
    public void cancel() {
        editing.endPreview();
    }

    private Box boxAt(Pointer pointer) {
        return change.apply(pointer.imageX() - press.imageX(), pointer.imageY() - press.imageY());
    }
}
