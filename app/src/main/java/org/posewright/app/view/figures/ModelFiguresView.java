package org.posewright.app.view.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.download.ModelCatalog;
import org.posewright.app.figures.ModelMeasurement;
import org.posewright.app.figures.StageTimes;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.figures.ModelFiguresViewModel;
import org.posewright.app.viewmodel.figures.ModelRow;

/** Published figures beside counted and measured ones. */
public final class ModelFiguresView extends VBox {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 312;
    private static final double NAME_WIDTH = 116;
    private static final double FIGURE_WIDTH = 70;
    private static final String NONE = "–";

    private final Messages messages;

    public ModelFiguresView(ModelFiguresViewModel figures, Messages messages) {
        super(12);
        this.messages = messages;
        TableView<ModelRow> table = table();
        figures.rowsProperty().subscribe(rows -> {
            table.getItems().setAll(rows);
            rows.stream().filter(ModelRow::isOpen).findFirst().ifPresent(table::scrollTo);
        });
        Button times = button("models.measure-times", figures::measureTimes);
        Button accuracy = button("models.measure-accuracy", figures::measureAccuracy);
        boolean can = figures.canMeasure();
        times.disableProperty()
                .bind(figures.measuringProperty().or(new javafx.beans.property.SimpleBooleanProperty(!can)));
        accuracy.disableProperty().bind(times.disableProperty());
        Label state = note(can ? "" : messages.text("models.needs"));
        figures.measuringProperty().subscribe(running -> {
            if (can) {
                state.setText(messages.text(running ? "models.measuring" : "models.ready"));
            }
        });
        HBox buttons = new HBox(10, times, accuracy, state);
        buttons.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(note(messages.text("models.intro")), table, buttons, note(messages.text("models.basis")));
        VBox.setVgrow(table, Priority.ALWAYS);
        setPrefWidth(WIDTH);
        setMinWidth(USE_PREF_SIZE);
    }

    private TableView<ModelRow> table() {
        TableView<ModelRow> table = new TableView<>();
        table.setAccessibleText(messages.text("action.model.figures"));
        table.getStyleClass().add("figure-table");
        table.setPlaceholder(note(messages.text("models.loading")));
        table.setPrefHeight(HEIGHT);
        TableColumn<ModelRow, String> name =
                column("models.name", NAME_WIDTH, row -> (row.isOpen() ? "● " : "") + row.name());
        TableColumn<ModelRow, String> published = group("models.published");
        published
                .getColumns()
                .add(figure("models.map.short", row -> published(row, "%.1f", ModelCatalog.Entry::map5095)));
        published
                .getColumns()
                .add(figure("models.cpu-ms", row -> published(row, "%.1f", ModelCatalog.Entry::cpuMillis)));
        published
                .getColumns()
                .add(figure(
                        "models.parameters.short",
                        row -> published(row, "%.1f", ModelCatalog.Entry::parametersMillions)));
        published
                .getColumns()
                .add(figure("models.flops.short", row -> published(row, "%.1f", ModelCatalog.Entry::flopsBillions)));
        TableColumn<ModelRow, String> counted = group("models.counted");
        counted.getColumns()
                .add(figure(
                        "models.parameters.short",
                        row -> text(row.network(), n -> number("%.2f", n.parameters() / 1e6))));
        counted.getColumns()
                .add(figure("models.flops.short", row -> text(row.network(), n -> number("%.1f", n.gigaFlops()))));
        TableColumn<ModelRow, String> here = group("models.here");
        here.getColumns().add(accuracy());
        here.getColumns().add(time("models.decode", StageTimes::decode));
        here.getColumns().add(time("models.letterbox", StageTimes::letterbox));
        here.getColumns().add(time("models.session", StageTimes::session));
        here.getColumns().add(time("models.postprocess", StageTimes::postprocess));
        here.getColumns().add(time("models.total", StageTimes::total));
        table.getColumns().add(name);
        table.getColumns().add(published);
        table.getColumns().add(counted);
        table.getColumns().add(here);
        table.setRowFactory(view -> new javafx.scene.control.TableRow<>() {
            @Override
            protected void updateItem(@org.jspecify.annotations.Nullable ModelRow row, boolean empty) {
                super.updateItem(row, empty);
                setTooltip(row == null || row.measurement().isEmpty() ? null : ActionControls.tooltip(detail(row)));
            }
        });
        return table;
    }

    private String detail(ModelRow row) {
        ModelMeasurement measured = row.measurement().orElseThrow();
        StringBuilder text = new StringBuilder(measured.file());
        if (measured.times() != null) {
            text.append('\n')
                    .append(messages.text(
                            "models.detail.times", measured.times().pictures(), measured.device()));
        }
        ModelMeasurement.Accuracy accuracy = measured.accuracy();
        if (accuracy != null) {
            text.append('\n')
                    .append(messages.text(
                            "models.detail.accuracy",
                            number("%.3f", accuracy.ap()),
                            number("%.3f", accuracy.ap50()),
                            accuracy.dataset(),
                            accuracy.split(),
                            accuracy.pictures()));
        }
        return text.toString();
    }

    private TableColumn<ModelRow, String> accuracy() {
        return figure(
                "models.ap-here",
                row -> text(
                        row.measurement().map(ModelMeasurement::accuracy),
                        accuracy -> accuracy.ap() < 0 ? NONE : number("%.1f", 100 * accuracy.ap())));
    }

    private TableColumn<ModelRow, String> time(String key, ToDoubleFunction<StageTimes> stage) {
        return figure(
                key,
                row -> text(
                        row.measurement().map(ModelMeasurement::times),
                        times -> number("%.1f", stage.applyAsDouble(times))));
    }

    private TableColumn<ModelRow, String> group(String key) {
        return new TableColumn<>(messages.text(key));
    }

    private TableColumn<ModelRow, String> figure(String key, Function<ModelRow, String> value) {
        TableColumn<ModelRow, String> column = column(key, FIGURE_WIDTH, value);
        column.getStyleClass().add("figures");
        return column;
    }

    private TableColumn<ModelRow, String> column(String key, double width, Function<ModelRow, String> value) {
        TableColumn<ModelRow, String> column = new TableColumn<>(messages.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(messages.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(messages.text(key));
        button.setTooltip(ActionControls.tooltip(messages.text(key + ".hint")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("secondary");
        return note;
    }

    private static String published(ModelRow row, String pattern, ToDoubleFunction<ModelCatalog.Entry> figure) {
        return text(row.official(), entry -> number(pattern, figure.applyAsDouble(entry)));
    }

    private static <V> String text(Optional<V> value, Function<V, String> words) {
        return value.map(words).orElse(NONE);
    }

    private static String number(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
