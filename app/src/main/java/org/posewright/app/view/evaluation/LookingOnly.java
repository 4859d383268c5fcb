package org.posewright.app.view.evaluation;

import java.util.Objects;
import java.util.Optional;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.gesture.PoseEditing;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.viewmodel.evaluation.CompareSceneViewModel;
import org.posewright.app.viewmodel.evaluation.WorkCase;
import org.posewright.app.viewmodel.evaluation.WorkQueueViewModel;

/** The picture of a case can be moved and zoomed, and a click on a person chooses their case; nothing changes by dragging. */
final class LookingOnly implements PoseEditing {

    private final CompareSceneViewModel scene;
    private final WorkQueueViewModel queue;

    LookingOnly(CompareSceneViewModel scene, WorkQueueViewModel queue) {
        this.scene = scene;
        this.queue = queue;
    }

    @Override
    public boolean isReady() {
        return scene.sceneProperty().get() != null;
    }

    @Override
    public CanvasScene scene() {
        return Objects.requireNonNull(scene.sceneProperty().get());
    }

    @Override
    public Optional<PersonInstance> person(long id) {
        return scene().people().stream().filter(person -> person.id() == id).findFirst();
    }

    @Override
    public Selection selection() {
        return scene().selection();
    }

    @Override
    public void select(Selection selection) {
        Optional<Long> wanted = selection.primary();
        Optional<WorkCase> now = queue.selected();
        if (wanted.isPresent() && now.isPresent()) {
            queue.casesProperty().get().stream()
                    .filter(item -> item.image().equals(now.get().image()))
                    .filter(item -> item.person().isPresent() && item.person().getAsLong() == wanted.get())
                    .findFirst()
                    .ifPresent(queue.selectedProperty()::set);
        }
    }

    @Override
    public void preview(PersonInstance person) {
        // Labels are mended by the repair commands and in the editor.
    }

    @Override
    public void endPreview() {
        // There is no preview.
    }

    @Override
    public void moveKeypoint(long personId, int index, double imageX, double imageY) {
        // See preview.
    }

    @Override
    public void changeBox(long personId, Box box) {
        // See preview.
    }

    @Override
    public void movePerson(long personId, double dx, double dy) {
        // See preview.
    }

    @Override
    public boolean isPlacing() {
        return false;
    }

    @Override
    public void placeNext(double imageX, double imageY, boolean occluded) {
        // Never asked: isPlacing.
    }

    @Override
    public boolean isTemplateArmed() {
        return false;
    }

    @Override
    public void addFromTemplate(Box box) {
        // Never asked: isTemplateArmed.
    }
}
