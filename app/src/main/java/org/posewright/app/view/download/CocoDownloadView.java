package org.posewright.app.view.download;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.app.download.CocoPoseRoom.Room;
import org.posewright.app.download.DatasetCatalog;
import org.posewright.app.download.DatasetCatalog.Choice;
import org.posewright.app.text.ByteSize;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.download.CocoPoseChoice;
import org.posewright.app.viewmodel.download.DownloadViewModel;

/** How much of COCO-Pose to fetch, and where to. */
public final class CocoDownloadView extends VBox {

    private static final double WIDTH = 600;
    private static final double ROOM_HEIGHT = 40;

    private final CocoPoseChoice chosen;
    private final ToggleGroup extents = new ToggleGroup();

    /**
     * @param chooseFolder asks the person for another
     * @param fetch starts
     */
    public CocoDownloadView(
            DatasetCatalog catalog,
            CocoPoseChoice chosen,
            Supplier<Optional<Path>> chooseFolder,
            DownloadViewModel download,
            BiConsumer<Choice, Path> fetch,
            Messages messages) {
        super(12);
        this.chosen = chosen;
        setPrefWidth(WIDTH);
        setMinWidth(USE_PREF_SIZE);
        Button get = new Button(messages.text("download.get"), Icons.of("mdi2d-download"));
        get.getStyleClass().add("accent");
        get.setAccessibleText(messages.text("download.get"));
        get.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> download.stateProperty().get() == DownloadViewModel.State.RUNNING
                                || isFull(chosen.roomProperty().get()),
                        download.stateProperty(),
                        chosen.roomProperty()));
        get.setOnAction(event -> fetch.accept(
                chosen.choiceProperty().get(), chosen.folderProperty().get()));
        getChildren()
                .addAll(
                        Notes.secondary(messages.text("download.coco-intro")),
                        choices(catalog, messages),
                        Notes.secondary(messages.text("download.coco-checked")),
                        place(chooseFolder, messages),
                        room(messages),
                        get,
                        new TransferPane(download, messages));
    }

    private VBox choices(DatasetCatalog catalog, Messages messages) {
        VBox rows = new VBox(8);
        for (Choice choice : catalog.choices()) {
            String words = messages.text(
                    "download.coco." + choice.extent().name().toLowerCase(java.util.Locale.ROOT),
                    ByteSize.of(choice.approximateBytes()));
            RadioButton row = new RadioButton(words);
            row.setAccessibleText(words);
            row.setUserData(choice);
            row.setToggleGroup(extents);
            row.setSelected(choice.equals(chosen.choiceProperty().get()));
            rows.getChildren().add(row);
        }
        extents.selectedToggleProperty()
                .subscribe(row -> chosen.choiceProperty().set((Choice) row.getUserData()));
        return rows;
    }

    private HBox place(Supplier<Optional<Path>> chooseFolder, Messages messages) {
        Label where = new Label();
        where.textProperty()
                .bind(chosen.folderProperty()
                        .map(path -> messages.text("download.coco-folder", path.resolve("coco-pose"))));
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        Button change = new Button(messages.text("download.change-folder"));
        change.setMinWidth(USE_PREF_SIZE);
        change.setAccessibleText(messages.text("download.change-folder"));
        change.setOnAction(event -> chooseFolder.get().ifPresent(chosen.folderProperty()::set));
        HBox row = new HBox(10, where, change);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** How much is needed and free; it keeps its line while that is measured. */
    private Label room(Messages messages) {
        Label words = Notes.secondary("");
        words.setMinHeight(ROOM_HEIGHT);
        chosen.roomProperty().subscribe(room -> {
            words.getStyleClass().remove("failure");
            if (isFull(room)) {
                words.getStyleClass().add("failure");
            }
            words.setText(room == null ? "" : words(room, messages));
        });
        return words;
    }

    private static String words(Room room, Messages messages) {
        String needed = ByteSize.of(room.neededBytes());
        if (room.freeBytes() == Long.MAX_VALUE) {
            return messages.text("download.coco-room.unknown", needed);
        }
        return messages.text(
                room.isEnough() ? "download.coco-room" : "download.coco-room.short",
                needed,
                ByteSize.of(room.freeBytes()),
                room.place());
    }

    private static boolean isFull(@Nullable Room room) {
        return room != null && !room.isEnough();
    }
}
