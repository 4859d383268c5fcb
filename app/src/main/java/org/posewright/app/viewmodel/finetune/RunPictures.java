package org.posewright.app.viewmodel.finetune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.editor.PictureLoader;

/** Loads the pictures of a run folder when they are wanted. */
public final class RunPictures {

    private final RunViewModel run;
    private final TrainingServices services;
    private final PictureLoader loader;
    private final TaskSlot loading;
    private final ReadOnlyObjectWrapper<List<Named>> shown = new ReadOnlyObjectWrapper<>(this, "shown", List.of());
    private boolean isWanted;

    /** A picture and its file. */
    public record Named(Path file, Picture picture) {}

    public RunPictures(RunViewModel run, TrainingServices services, PictureLoader loader) {
        this.run = run;
        this.services = services;
        this.loader = loader;
        loading = new TaskSlot(services.tasks());
        run.detailsProperty().subscribe(details -> load());
    }

    public ReadOnlyObjectProperty<List<Named>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether somebody looks at them; while nobody does, nothing is read. */
    public void setWanted(boolean wanted) {
        isWanted = wanted;
        load();
    }

    private void load() {
        if (!isWanted) {
            return;
        }
        List<Path> files = run.pictures();
        loading.submit(TaskRequest.<List<Named>>quiet(Lane.IO, (progress, token) -> {
                    List<Named> loaded = new ArrayList<>();
                    for (Path file : files) {
                        token.throwIfCancelled();
                        loaded.add(new Named(file, loader.load(file)));
                    }
                    return loaded;
                })
                .onSuccess(shown::set)
                .onFailure(failure ->
                        services.onFailure().accept(services.messages().text("train.error.read"), failure)));
    }
}
