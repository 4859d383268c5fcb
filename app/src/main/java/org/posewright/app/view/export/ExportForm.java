package org.posewright.app.view.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.convert.PictureTransfer;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.export.DatasetExportViewModel;
import org.posewright.app.viewmodel.export.ExportChoice;

/** Format, part, pictures and target of an export; says what stands against it. */
public final class ExportForm extends VBox {

    private static final double WIDTH = 560;

    private final DatasetExportViewModel exports;
    private final Messages messages;
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>(this, "folder");
    private final ReadOnlyObjectWrapper<@Nullable ExportChoice> choice = new ReadOnlyObjectWrapper<>(this, "choice");
    private final ChoiceBox<ExportChoice.Format> format;
    private final ChoiceBox<ExportChoice.Part> part;
    private final ChoiceBox<PictureTransfer> pictures;
    private final CheckBox exact;
    private final CheckBox overwrite;
    private final Label complaint = new Label();

    /**
     * @param chooseFolder asks the person where to
     */
    public ExportForm(DatasetExportViewModel exports, Supplier<Optional<Path>> chooseFolder, Messages messages) {
        super(14);
        this.exports = exports;
        this.messages = messages;
        setPrefWidth(WIDTH);
        format = choices("format", ExportChoice.Format.values());
        part = choices("part", ExportChoice.Part.values());
        part.setConverter(words(value -> messages.text(
                "export.part." + key(value), exports.entries(value).size())));
        pictures = choices("pictures", PictureTransfer.values());
        exact = check("export.exact");
        overwrite = check("export.overwrite");
        pictures.disableProperty().bind(format.valueProperty().map(f -> !f.hasPictures()));
        exact.disableProperty().bind(format.valueProperty().map(f -> f != ExportChoice.Format.YOLO));
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        complaint.getStyleClass().add("secondary");
        GridPane rows = new GridPane();
        rows.setHgap(14);
        rows.setVgap(10);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        row(rows, "export.format", format);
        row(rows, "export.part", part);
        row(rows, "export.pictures", pictures);
        row(rows, "export.folder", place(chooseFolder));
        getChildren().addAll(rows, exact, overwrite, complaint);
        for (ObservableValue<?> value : java.util.List.<ObservableValue<?>>of(
                format.valueProperty(),
                part.valueProperty(),
                pictures.valueProperty(),
                exact.selectedProperty(),
                overwrite.selectedProperty(),
                folder)) {
            value.subscribe(this::choose);
        }
        choose();
    }

    /** What is chosen, as soon as it can be exported; null before. */
    public ReadOnlyObjectProperty<@Nullable ExportChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    private void choose() {
        Path target = folder.get();
        if (target == null) {
            complaint.setText(messages.text("export.choose-folder"));
            choice.set(null);
            return;
        }
        ExportChoice wanted = new ExportChoice(
                format.getValue(),
                part.getValue(),
                pictures.getValue(),
                target,
                exact.isSelected(),
                overwrite.isSelected());
        Optional<String> against = exports.complaint(wanted);
        complaint.setText(against.orElse(messages.text("export.about." + key(wanted.format()))));
        choice.set(against.isPresent() ? null : wanted);
    }

    private HBox place(Supplier<Optional<Path>> chooseFolder) {
        Label where = new Label();
        where.textProperty().bind(folder.map(Path::toString).orElse(messages.text("export.none")));
        where.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setPrefWidth(WIDTH / 2);
        HBox.setHgrow(where, Priority.ALWAYS);
        Button change = new Button(messages.text("export.choose"));
        change.setMinWidth(USE_PREF_SIZE);
        change.setAccessibleText(messages.text("export.choose"));
        change.setOnAction(event -> chooseFolder.get().ifPresent(folder::set));
        HBox row = new HBox(10, where, change);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void row(GridPane rows, String text, Node control) {
        Label label = new Label(messages.text(text));
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        rows.addRow(rows.getRowCount(), label, control);
    }

    private CheckBox check(String text) {
        CheckBox check = new CheckBox(messages.text(text));
        check.setAccessibleText(messages.text(text));
        return check;
    }

    private <E extends Enum<E>> ChoiceBox<E> choices(String group, E[] values) {
        ChoiceBox<E> box = new ChoiceBox<>();
        box.setConverter(words(value -> messages.text("export." + group + "." + key(value))));
        box.getItems().setAll(values);
        box.setValue(values[0]);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(messages.text("export." + group));
        return box;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E> StringConverter<E> words(Function<E, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public E fromString(String text) {
                throw new IllegalStateException("choices are not typed");
            }
        };
    }
}
