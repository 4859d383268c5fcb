package org.posewright.app.view.download;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.posewright.app.download.ModelCatalog;
import org.posewright.app.download.ModelCatalog.Entry;
import org.posewright.app.text.ByteSize;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.download.DownloadViewModel;

/** The official models with their published figures and the licence of their weights. */
public final class ModelDownloadView extends VBox {

    private static final double WIDTH = 760;
    private static final double ROWS_HEIGHT = 226;

    /**
     * @param folder where files go, to tell it
     * @param fetch starts the download of the chosen model
     */
    public ModelDownloadView(
            ModelCatalog catalog, Path folder, DownloadViewModel download, Consumer<Entry> fetch, Messages messages) {
        super(12);
        setPrefWidth(WIDTH);
        setMinWidth(USE_PREF_SIZE);
        TableView<Entry> table = table(catalog, messages);
        Label terms = Notes.secondary(String.join(
                "\n",
                messages.text("download.licence", ModelCatalog.LICENCE),
                messages.text("download.models-checked"),
                messages.text("download.models-folder", folder)));
        Button get = new Button(messages.text("download.get"), Icons.of("mdi2d-download"));
        get.getStyleClass().add("accent");
        get.setAccessibleText(messages.text("download.get"));
        get.disableProperty()
                .bind(download.stateProperty()
                        .map(state -> state == DownloadViewModel.State.RUNNING)
                        .orElse(false));
        get.setOnAction(event -> fetch.accept(table.getSelectionModel().getSelectedItem()));
        getChildren()
                .addAll(
                        Notes.secondary(messages.text("download.models-intro")),
                        table,
                        terms,
                        get,
                        new TransferPane(download, messages));
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    private static TableView<Entry> table(ModelCatalog catalog, Messages messages) {
        TableView<Entry> table = new TableView<>();
        table.setAccessibleText(messages.text("download.models-table"));
        table.getColumns().add(column(messages.text("models.name"), 120, Entry::name));
        table.getColumns()
                .add(figure(messages.text("models.file-size"), 88, e -> "≈ " + ByteSize.of(e.approximateBytes())));
        table.getColumns().add(figure(messages.text("models.map"), 92, e -> format("%.1f", e.map5095())));
        table.getColumns().add(figure(messages.text("models.map50"), 72, e -> format("%.1f", e.map50())));
        table.getColumns().add(figure(messages.text("models.cpu-ms"), 74, e -> format("%.1f", e.cpuMillis())));
        table.getColumns()
                .add(figure(messages.text("models.parameters"), 94, e -> format("%.1f M", e.parametersMillions())));
        table.getColumns().add(figure(messages.text("models.flops"), 84, e -> format("%.1f B", e.flopsBillions())));
        table.getItems().setAll(catalog.entries());
        table.getSelectionModel().select(0);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getStyleClass().add("figure-table");
        table.setPrefHeight(ROWS_HEIGHT);
        table.setMinHeight(USE_PREF_SIZE);
        return table;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static TableColumn<Entry, String> figure(String title, double width, Function<Entry, String> value) {
        TableColumn<Entry, String> column = column(title, width, value);
        column.getStyleClass().add("figures");
        return column;
    }

    private static TableColumn<Entry, String> column(String title, double width, Function<Entry, String> value) {
        TableColumn<Entry, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
