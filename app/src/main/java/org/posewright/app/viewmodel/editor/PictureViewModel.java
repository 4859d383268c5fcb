package org.posewright.app.viewmodel.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.FailureText;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.Workspace;

/** The pixels of the open picture; the ones looked at last stay in memory. */
public final class PictureViewModel {

    private static final int PICTURES_IN_MEMORY = 6;

    private final Workspace workspace;
    private final TaskSlot loading;
    private final PictureLoader loader;
    private final FailureText failures;
    private final Map<ImageKey, Picture> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    public PictureViewModel(Workspace workspace, TaskService tasks, PictureLoader loader, Messages messages) {
        this.failures = new FailureText(messages);
        this.workspace = workspace;
        this.loading = new TaskSlot(tasks);
        this.loader = loader;
        workspace.sessionProperty().subscribe(recent::clear);
        workspace.imageProperty().subscribe(this::load);
    }

    /** Null while it is being read, or cannot be. */
    public ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why there is no picture; empty when there is one or it will be there in a moment. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    private void load(@Nullable ImageKey key) {
        loading.cancel();
        message.set("");
        Picture known = key == null ? null : recent.get(key);
        picture.set(known);
        if (key == null || known != null) {
            return;
        }
        Optional<ImageEntry> entry = workspace.session().flatMap(s -> s.entry(key));
        entry.ifPresent(
                e -> loading.submit(TaskRequest.<Picture>quiet(Lane.IO, (progress, token) -> loader.load(e.file()))
                        .onSuccess(loaded -> {
                            keep(key, loaded);
                            picture.set(loaded);
                        })
                        .onFailure(failure -> message.set(failures.of(failure)))));
    }

    private void keep(ImageKey key, Picture loaded) {
        recent.put(key, loaded);
        if (recent.size() > PICTURES_IN_MEMORY) {
            recent.remove(recent.keySet().iterator().next());
        }
    }
}
