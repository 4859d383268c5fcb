package org.posewright.app.viewmodel.finetune;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.posewright.app.inference.ModelFiles;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.training.BeforeAfter;
import org.posewright.app.training.RunFiles;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.editor.PictureLoader;
import org.posewright.app.viewmodel.session.Workspace;

/** Before and after a run, picture by picture. */
public final class ChangesViewModel {

    private final RunViewModel run;
    private final TrainingServices services;
    private final PictureLoader loader;
    private final TaskSlot comparing;
    private final TaskSlot loading;
    private final ReadOnlyObjectWrapper<@Nullable BeforeAfter> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ObjectProperty<BeforeAfter.@Nullable Change> chosen = new SimpleObjectProperty<>(this, "chosen");

    public ChangesViewModel(RunViewModel run, TrainingServices services, PictureLoader loader) {
        this.run = run;
        this.services = services;
        this.loader = loader;
        comparing = new TaskSlot(services.tasks());
        loading = new TaskSlot(services.tasks());
        chosen.subscribe(this::load);
        run.runProperty().subscribe(shown -> clear());
    }

    /** Null before it was measured. */
    public ReadOnlyObjectProperty<@Nullable BeforeAfter> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The chosen picture's pixels; null while they load. */
    public ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** How the measuring stands; empty when there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ObjectProperty<BeforeAfter.@Nullable Change> chosenProperty() {
        return chosen;
    }

    public ObservableValue<Boolean> canMeasure() {
        return run.hasModel();
    }

    /** As {@link #measure}, unless it is done or under way. */
    public void measureOnce() {
        if (result.get() == null && message.get().isEmpty()) {
            measure();
        }
    }

    /** Predicts the held-out pictures with both models, in the background. */
    public void measure() {
        RunFiles files = run.runProperty().get();
        if (files == null) {
            return;
        }
        message.set(services.messages().text("train.changes.measuring"));
        comparing.submit(TaskRequest.<BeforeAfter>shown(
                        services.messages().text("train.task.changes"),
                        Lane.BATCH,
                        (progress, token) -> BeforeAfter.of(files, new ModelFiles(), progress, token))
                .onSuccess(measured -> {
                    message.set("");
                    result.set(measured);
                    chosen.set(
                            measured.changes().isEmpty()
                                    ? null
                                    : measured.changes().get(0));
                })
                .onCancelled(() -> message.set(""))
                .onFailure(failure -> message.set(String.valueOf(failure.getMessage()))));
    }

    /** Whether the chosen picture belongs to the dataset that is open. */
    public ObservableValue<Boolean> canOpenPicture(Workspace workspace) {
        return Bindings.createBooleanBinding(
                () -> chosen.get() != null
                        && SnapshotOrigin.find(workspace, chosen.get().image().key())
                                .isPresent(),
                chosen,
                workspace.sessionProperty());
    }

    /** Shows the chosen picture in the editor's model, when its dataset is open; the screen's job is to come forward. */
    public void openPicture(Workspace workspace, Runnable onOpened) {
        BeforeAfter.Change change = chosen.get();
        if (change != null && SnapshotOrigin.open(workspace, change.image().key())) {
            onOpened.run();
        }
    }

    private void clear() {
        comparing.cancel();
        message.set("");
        result.set(null);
        chosen.set(null);
    }

    private void load(BeforeAfter.@Nullable Change change) {
        picture.set(null);
        loading.cancel();
        if (change != null) {
            loading.submit(TaskRequest.<Picture>quiet(
                            Lane.IO,
                            (progress, token) -> loader.load(change.image().file()))
                    .onSuccess(picture::set)
                    .onFailure(failure -> message.set(String.valueOf(failure.getMessage()))));
        }
    }
}
