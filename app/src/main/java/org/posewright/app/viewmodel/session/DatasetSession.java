package org.posewright.app.viewmodel.session;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.posewright.annotations.edit.DatasetStore;
import org.posewright.annotations.edit.EditHistory;
import org.posewright.annotations.edit.EditSession;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.save.EditableDataset;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.task.TaskService;

/** An open dataset: its store, the edits on it, and what windows show about them. FX thread only. */
public final class DatasetSession {

    private final OpenedDataset opened;
    private final DatasetStore store;
    private final EditHistory history;
    private final EditQueue edits;
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper(this, "undoLabel", "");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper(this, "redoLabel", "");
    private final ReadOnlyIntegerWrapper unsavedImages = new ReadOnlyIntegerWrapper(this, "unsavedImages");

    /**
     * @param onRefused hears of edits that could not be made or journalled
     */
    public DatasetSession(OpenedDataset opened, TaskService tasks, Consumer<Throwable> onRefused) {
        this.opened = opened;
        this.store = opened.editing().session().store();
        this.history = opened.editing().session().history();
        this.edits = new EditQueue(history, tasks, onRefused);
        history.addListener(this::refresh);
        store.addListener(change -> refresh());
        refresh();
    }

    /** The session with the files behind it. */
    public EditableDataset files() {
        return opened.editing();
    }

    /** Store, history and journal together. */
    public EditSession editing() {
        return opened.editing().session();
    }

    public DatasetSource source() {
        return opened.source();
    }

    /** The picture's file and split, known without reading its labels. */
    public Optional<ImageEntry> entry(ImageKey key) {
        return Optional.ofNullable(opened.entriesByKey().get(key));
    }

    public DatasetStore store() {
        return store;
    }

    public EditHistory history() {
        return history;
    }

    public EditQueue edits() {
        return edits;
    }

    public Skeleton skeleton() {
        return store.frame().skeleton();
    }

    public Optional<ImageRecord> record(ImageKey key) {
        return store.find(key);
    }

    public ImageStatus status(ImageKey key) {
        return store.status(key);
    }

    /** Label of the step that undo takes back; empty when there is none. */
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty unsavedImagesProperty() {
        return unsavedImages.getReadOnlyProperty();
    }

    /** Lets the journal go, after the edits that are on their way. */
    void close() {
        edits.whenIdle(() -> opened.editing().session().close());
    }

    private void refresh() {
        undoLabel.set(history.undoLabel().orElse(""));
        redoLabel.set(history.redoLabel().orElse(""));
        unsavedImages.set(store.unsavedCount());
    }
}
