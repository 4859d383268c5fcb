package org.posewright.app.canvas.gesture;

import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;

/** A whole person moves, box and labelled points together; only with the Alt key held, so that it never happens by accident. */
public final class MovePersonGesture implements Gesture {

    private final PoseEditing editing;
    private final PersonInstance person;
    private final Pointer press;
    private boolean moved;

    public MovePersonGesture(PoseEditing editing, PersonInstance person, Pointer press) {
        this.editing = editing;
        this.person = person;
        this.press = press;
    }

    @Override
    public void drag(Pointer pointer) {
        moved = true;
        double dx = pointer.imageX() - press.imageX();
        double dy = pointer.imageY() - press.imageY();
        Keypoints points = person.keypoints();
        for (int i = 0; i < points.size(); i++) {
            if (points.isLabeled(i)) {
                points = points.with(i, points.get(i).movedTo(points.x(i) + dx, points.y(i) + dy));
            }
        }
        editing.preview(person.withKeypoints(points).withBox(person.box().translated(dx, dy)));
    }

    @Override
    public void release(Pointer pointer) {
        if (moved) {
            editing.movePerson(person.id(), pointer.imageX() - press.imageX(), pointer.imageY() - press.imageY());
        }
    }

    @Override
    public void cancel() {
        editing.endPreview();
    }
}
