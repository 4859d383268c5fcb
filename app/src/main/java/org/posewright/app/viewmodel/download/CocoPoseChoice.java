package org.posewright.app.viewmodel.download;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.app.download.CocoPoseRoom;
import org.posewright.app.download.CocoPoseRoom.Room;
import org.posewright.app.download.DatasetCatalog.Choice;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;

/** How much of COCO-Pose a person wants, where to, and whether the disk has room for it. */
public final class CocoPoseChoice {

    private final TaskService tasks;
    private final CocoPoseRoom rooms;
    private final ObjectProperty<Choice> choice;
    private final ObjectProperty<Path> folder;
    private final ReadOnlyObjectWrapper<@Nullable Room> room = new ReadOnlyObjectWrapper<>(this, "room");

    public CocoPoseChoice(TaskService tasks, CocoPoseRoom rooms, Choice first, Path suggested) {
        this.tasks = tasks;
        this.rooms = rooms;
        choice = new SimpleObjectProperty<>(this, "choice", first);
        folder = new SimpleObjectProperty<>(this, "folder", suggested);
        choice.subscribe((before, now) -> measure());
        folder.subscribe((before, now) -> measure());
        measure();
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** In which the dataset's folder is made. */
    public ObjectProperty<Path> folderProperty() {
        return folder;
    }

    /** Null until measured, and where the disk cannot be asked. */
    public ReadOnlyObjectProperty<@Nullable Room> roomProperty() {
        return room.getReadOnlyProperty();
    }

    private void measure() {
        Choice wanted = choice.get();
        Path place = folder.get();
        room.set(null);
        tasks.submit(TaskRequest.<Room>quiet(Lane.IO, (progress, token) -> rooms.measure(wanted, place))
                .onSuccess(measured -> {
                    if (wanted.equals(choice.get()) && place.equals(folder.get())) {
                        room.set(measured);
                    }
                })
                .onFailure(unknown -> {
                    // The fetch itself says what is wrong with the folder.
                }));
    }
}
