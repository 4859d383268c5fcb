package org.posewright.app.canvas.gesture;

import java.util.Optional;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.layer.CanvasScene;

/**
 * What gestures may do to the labels of the open picture; coordinates are image pixels. Each edit is one undoable command; the
 * preview stays until the edit is done, so that nothing jumps back in between.
 */
public interface PoseEditing {

    /** Whether a picture with its labels is open; nothing else may be asked while not. */
    boolean isReady();

    /** What is on the screen, previews included. */
    CanvasScene scene();

    /** A person as committed, without any preview. */
    Optional<PersonInstance> person(long id);

    Selection selection();

    void select(Selection selection);

    /** Shows a person changed without changing the data. */
    void preview(PersonInstance person);

    /** Shows the data as it is again. */
    void endPreview();

    void moveKeypoint(long personId, int index, double imageX, double imageY);

    void changeBox(long personId, Box box);

    void movePerson(long personId, double dx, double dy);

    /** Whether clicks place the points of a new person. */
    boolean isPlacing();

    void placeNext(double imageX, double imageY, boolean occluded);

    /** Whether a dragged rectangle becomes a new person in the shape of a template. */
    boolean isTemplateArmed();

    void addFromTemplate(Box box);
}
