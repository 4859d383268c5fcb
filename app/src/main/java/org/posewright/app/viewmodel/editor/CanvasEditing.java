package org.posewright.app.viewmodel.editor;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.gesture.PoseEditing;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.viewmodel.session.DatasetSession;

/** What gestures on the canvas do: selection, previews, edits, and the two ways to draw a new person. */
public final class CanvasEditing implements PoseEditing {

    private final EditorViewModel editor;
    private final EditCommands commands;
    private final ReadOnlyObjectWrapper<Optional<PointPlacement>> placement =
            new ReadOnlyObjectWrapper<>(this, "placement", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> nextPoint =
            new ReadOnlyObjectWrapper<>(this, "nextPoint", Optional.empty());
    private final BooleanProperty templateArmed = new SimpleBooleanProperty(this, "templateArmed");

    public CanvasEditing(EditorViewModel editor, EditCommands commands) {
        this.editor = editor;
        this.commands = commands;
        placement.subscribe(now -> nextPoint.set(now.flatMap(PointPlacement::nextName)));
        editor.workspace().imageProperty().subscribe(this::stopDrawing);
    }

    /** Name of the point that the next click places; empty while no person is being added. */
    public ReadOnlyObjectProperty<Optional<String>> nextPointProperty() {
        return nextPoint.getReadOnlyProperty();
    }

    /** While on, the next dragged rectangle becomes a person in the shape of the template. */
    public BooleanProperty templateArmedProperty() {
        return templateArmed;
    }

    public void startPlacing() {
        stopDrawing();
        if (editor.record().isPresent()) {
            editor.selectionProperty().set(Selection.NONE);
            editor.workspace().session().ifPresent(s -> place(Optional.of(PointPlacement.start(s.skeleton()))));
        }
    }

    /** Leaves the next point unlabelled. */
    public void skipPoint() {
        placement.get().ifPresent(p -> placeOrFinish(p.skip()));
    }

    public void takePointBack() {
        placement.get().ifPresent(p -> placeOrFinish(p.back()));
    }

    /** The next point is hidden in the picture, or not. */
    public void toggleOccluded() {
        placement.get().ifPresent(p -> place(Optional.of(p.toggleOccluded())));
    }

    /** Adds the person as far as placed. */
    public void finishPlacing() {
        placement.get().ifPresent(this::finish);
    }

    /** Gives up drawing a person; true when one was being drawn. */
    public boolean stopDrawing() {
        boolean drawing = isPlacing() || templateArmed.get();
        place(Optional.empty());
        templateArmed.set(false);
        return drawing;
    }

    @Override
    public CanvasScene scene() {
        @Nullable CanvasScene scene = editor.sceneProperty().get();
        if (scene == null) {
            throw new IllegalStateException("gestures need an open picture");
        }
        return scene;
    }

    @Override
    public boolean isReady() {
        return editor.sceneProperty().get() != null;
    }

    @Override
    public Optional<PersonInstance> person(long id) {
        return editor.person(id);
    }

    @Override
    public Selection selection() {
        return editor.selectionProperty().get();
    }

    @Override
    public void select(Selection selection) {
        editor.selectionProperty().set(selection);
    }

    @Override
    public void preview(PersonInstance person) {
        editor.preview(person);
    }

    @Override
    public void endPreview() {
        editor.endPreview();
    }

    @Override
    public void moveKeypoint(long personId, int index, double imageX, double imageY) {
        commands.moveKeypoint(personId, index, imageX, imageY);
        endPreviewWhenDone();
    }

    @Override
    public void changeBox(long personId, Box box) {
        commands.changeBox(personId, box);
        endPreviewWhenDone();
    }

    @Override
    public void movePerson(long personId, double dx, double dy) {
        commands.movePerson(personId, dx, dy);
        endPreviewWhenDone();
    }

    @Override
    public boolean isPlacing() {
        return placement.get().isPresent();
    }

    @Override
    public void placeNext(double imageX, double imageY, boolean occluded) {
        placement.get().ifPresent(p -> placeOrFinish(p.place(imageX, imageY, occluded)));
    }

    /** The person as far as placed, to be drawn; empty while none is being added. */
    public Optional<PersonInstance> unfinishedPerson() {
        return placement.get().flatMap(p -> p.box().map(box -> PersonInstance.added(-1, 0, box, p.points())));
    }

    @Override
    public boolean isTemplateArmed() {
        return templateArmed.get();
    }

    @Override
    public void addFromTemplate(Box box) {
        templateArmed.set(false);
        commands.template().ifPresent(template -> commands.addFromTemplate(box, template));
    }

    private void placeOrFinish(PointPlacement now) {
        if (now.isComplete()) {
            finish(now);
        } else {
            place(Optional.of(now));
        }
    }

    private void finish(PointPlacement done) {
        place(Optional.empty());
        done.box().ifPresent(box -> commands.addPerson(box, done.points()));
    }

    private void place(Optional<PointPlacement> now) {
        placement.set(now);
        editor.showUnfinished(unfinishedPerson());
    }

    private void endPreviewWhenDone() {
        Optional<DatasetSession> session = editor.workspace().session();
        session.ifPresent(s -> s.edits().whenIdle(editor::endPreview));
    }
}
