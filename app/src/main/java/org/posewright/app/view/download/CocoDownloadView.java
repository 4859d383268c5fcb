package org.posewright.app.view.download;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.posewright.app.download.DatasetCatalog;
import org.posewright.app.download.DatasetCatalog.Choice;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.download.DownloadViewModel;

/** How much of COCO-Pose to fetch, and where to. */
public final class CocoDownloadView extends VBox {

    private static final double WIDTH = 600;

    private final ObjectProperty<Path> folder;
    private final ToggleGroup extents = new ToggleGroup();

    /**
     * @param suggested folder in which the dataset's folder is made
     * @param chooseFolder asks the person for another
     * @param fetch starts
     */
    public CocoDownloadView(
            DatasetCatalog catalog,
            Path suggested,
            Supplier<Optional<Path>> chooseFolder,
            DownloadViewModel download,
            BiConsumer<Choice, Path> fetch,
            Messages messages) {
        super(12);
        folder = new SimpleObjectProperty<>(this, "folder", suggested);
        setPrefWidth(WIDTH);
        setMinWidth(USE_PREF_SIZE);
        Button get = new Button(messages.text("download.get"), Icons.of("mdi2d-download"));
        get.getStyleClass().add("accent");
        get.setAccessibleText(messages.text("download.get"));
        get.disableProperty()
                .bind(download.stateProperty()
                        .map(state -> state == DownloadViewModel.State.RUNNING)
                        .orElse(false));
        get.setOnAction(
                event -> fetch.accept((Choice) extents.getSelectedToggle().getUserData(), folder.get()));
        getChildren()
                .addAll(
                        Notes.secondary(messages.text("download.coco-intro")),
                        choices(catalog, messages),
                        Notes.secondary(messages.text("download.coco-checked")),
                        place(chooseFolder, messages),
                        get,
                        new TransferPane(download, messages));
    }

    private VBox choices(DatasetCatalog catalog, Messages messages) {
        VBox rows = new VBox(8);
        for (Choice choice : catalog.choices()) {
            String words = messages.text(
                    "download.coco." + choice.extent().name().toLowerCase(java.util.Locale.ROOT),
                    TransferPane.size(choice.approximateBytes()));
            RadioButton row = new RadioButton(words);
            row.setAccessibleText(words);
            row.setUserData(choice);
            row.setToggleGroup(extents);
            rows.getChildren().add(row);
            if (choice.extent() == DatasetCatalog.Extent.VALIDATION) {
                row.setSelected(true);
            }
        }
        return rows;
    }

    private HBox place(Supplier<Optional<Path>> chooseFolder, Messages messages) {
        Label where = new Label();
        where.textProperty().bind(folder.map(path -> messages.text("download.coco-folder", path.resolve("coco-pose"))));
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        Button change = new Button(messages.text("download.change-folder"));
        change.setMinWidth(USE_PREF_SIZE);
        change.setAccessibleText(messages.text("download.change-folder"));
        change.setOnAction(event -> chooseFolder.get().ifPresent(folder::set));
        HBox row = new HBox(10, where, change);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
