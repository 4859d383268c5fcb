package org.posewright.app.view.finetune;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.posewright.app.text.Messages;
import org.posewright.app.training.DataChoice;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.finetune.FineTuneViewModel;
import org.posewright.app.viewmodel.finetune.SettingField;
import org.posewright.app.viewmodel.finetune.TrainingSettings;

/** The content of Train ▸ Fine-tune…: the field's argument names with short explanations, a badge, an estimate. */
public final class FineTuneForm extends VBox {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 500;
    private static final double CHOICE_WIDTH = 236;
    private static final double NUMBER_WIDTH = 110;

    private final FineTuneViewModel form;
    private final Messages messages;

    /**
     * @param chooseModel asks for a checkpoint file
     * @param showBatches brings the batches of these settings to the screen
     */
    public FineTuneForm(
            FineTuneViewModel form, Supplier<Optional<Path>> chooseModel, Runnable showBatches, Messages messages) {
        this.form = form;
        this.messages = messages;
        VBox fields = new VBox(
                14,
                section("train.form.what", what(chooseModel)),
                section("train.form.how", grid(form.settings().runFields())));
        TitledPane augmentation = new TitledPane(
                messages.text("train.form.augmentation"), grid(form.settings().augmentationFields()));
        augmentation.setExpanded(false);
        fields.getChildren().add(augmentation);
        fields.getStyleClass().add("fine-tune-fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH, HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(badge(), scroll, estimate(showBatches));
        setSpacing(10);
        getStyleClass().add("fine-tune");
    }

    private Node badge() {
        Label badge = new Label();
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        Label sentence = new Label();
        sentence.setWrapText(true);
        form.readinessProperty().subscribe(ready -> {
            badge.setText(messages.text(ready.isReady() ? "train.badge.ready" : "train.badge.missing"));
            badge.getStyleClass().removeAll("good", "poor");
            badge.getStyleClass().add(ready.isReady() ? "good" : "poor");
            sentence.setText(ready.sentence());
        });
        HBox row = new HBox(10, badge, sentence);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setMinHeight(38);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return row;
    }

    private Node section(String key, Node content) {
        return new VBox(8, Cards.heading(messages.text(key), messages), content);
    }

    private GridPane what(Supplier<Optional<Path>> chooseModel) {
        GridPane grid = columns(CHOICE_WIDTH);
        TextField file = new TextField();
        file.setAccessibleText("model");
        file.setPromptText(messages.text("train.form.model.prompt"));
        form.modelProperty().subscribe(path -> {
            String text = path == null ? "" : path.toString();
            if (!file.getText().equals(text)) {
                file.setText(text);
            }
        });
        file.textProperty()
                .subscribe((before, text) -> form.modelProperty().set(text.isBlank() ? null : Path.of(text.strip())));
        Button choose = new Button(messages.text("train.form.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> chooseModel.get().ifPresent(form.modelProperty()::set));
        HBox model = new HBox(8, file, choose);
        HBox.setHgrow(file, Priority.ALWAYS);
        Label name = new Label("model");
        name.setLabelFor(file);
        file.setTooltip(ActionControls.tooltip(messages.text("train.form.model.hint")));
        grid.addRow(0, name, model);
        GridPane.setColumnSpan(model, 2);
        row(grid, "preset", preset(), messages.text("train.form.preset.hint"));
        row(grid, "train_split", split(), messages.text("train.form.split.hint"));
        row(grid, messages.text("train.form.pictures"), pictures(), messages.text("train.form.pictures.hint"));
        row(grid, "split", heldOut(), messages.text("train.form.held-out.hint"));
        return grid;
    }

    private ComboBox<TrainingSettings.Preset> preset() {
        ComboBox<TrainingSettings.Preset> box = box(
                List.of(TrainingSettings.Preset.values()),
                value -> messages.text("train.preset." + value.name().toLowerCase(Locale.ROOT)),
                "preset");
        box.valueProperty().bindBidirectional(form.settings().presetProperty());
        return box;
    }

    private ComboBox<String> split() {
        ComboBox<String> box = box(form.splits(), value -> value, "train_split");
        box.setValue(form.choiceProperty().get().split());
        box.valueProperty()
                .subscribe((before, chosen) -> change(c -> new DataChoice(
                        chosen,
                        c.pictures(),
                        c.heldOutSplit().equals(chosen) ? "" : c.heldOutSplit(),
                        c.heldOutPercent())));
        return box;
    }

    private ComboBox<DataChoice.Pictures> pictures() {
        ComboBox<DataChoice.Pictures> box = box(
                List.of(DataChoice.Pictures.values()),
                value -> messages.text("train.choice." + value.name().toLowerCase(Locale.ROOT)),
                messages.text("train.form.pictures"));
        box.setValue(form.choiceProperty().get().pictures());
        box.valueProperty()
                .subscribe((before, chosen) ->
                        change(c -> new DataChoice(c.split(), chosen, c.heldOutSplit(), c.heldOutPercent())));
        return box;
    }

    private ComboBox<String> heldOut() {
        List<String> splits = new java.util.ArrayList<>(form.splits());
        splits.add("");
        ComboBox<String> box = box(
                splits,
                value -> value.isEmpty()
                        ? messages.text(
                                "train.form.held-out.share",
                                form.choiceProperty().get().heldOutPercent())
                        : value,
                "split");
        box.setValue(form.choiceProperty().get().heldOutSplit());
        box.valueProperty()
                .subscribe((before, chosen) -> change(c -> new DataChoice(
                        c.split(), c.pictures(), chosen.equals(c.split()) ? "" : chosen, c.heldOutPercent())));
        return box;
    }

    private void change(java.util.function.UnaryOperator<DataChoice> change) {
        form.choiceProperty().set(change.apply(form.choiceProperty().get()));
    }

    private GridPane grid(List<SettingField> fields) {
        GridPane grid = columns(NUMBER_WIDTH);
        for (SettingField field : fields) {
            TextField text = new TextField();
            text.textProperty().bindBidirectional(field.textProperty());
            text.setAccessibleText(field.name());
            text.setPrefColumnCount(8);
            Label hint = row(grid, field.name(), text, field.spec().meaning());
            field.problemProperty().subscribe(problem -> {
                hint.setText(problem.isEmpty() ? field.spec().meaning() : problem);
                hint.getStyleClass().removeAll("warning-text", "secondary");
                hint.getStyleClass().add(problem.isEmpty() ? "secondary" : "warning-text");
            });
        }
        return grid;
    }

    private static GridPane columns(double valueWidth) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(7);
        ColumnConstraints names = new ColumnConstraints(104);
        ColumnConstraints values = new ColumnConstraints(valueWidth, valueWidth, valueWidth);
        ColumnConstraints hints = new ColumnConstraints();
        hints.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values, hints);
        return grid;
    }

    private static Label row(GridPane grid, String name, Node value, String hint) {
        Label label = new Label(name);
        label.setLabelFor(value);
        Label words = new Label(hint);
        words.setWrapText(true);
        words.getStyleClass().addAll("secondary", "small-text");
        words.setTooltip(ActionControls.tooltip(hint));
        grid.addRow(grid.getRowCount(), label, value, words);
        return words;
    }

    private Node estimate(Runnable showBatches) {
        Button measure = new Button(messages.text("train.estimate.button"));
        measure.disableProperty().bind(form.readinessProperty().map(ready -> !ready.isReady()));
        measure.setOnAction(event -> form.measure());
        Button batches = new Button(messages.text("train.form.batches"));
        batches.disableProperty().bind(form.readinessProperty().map(ready -> !ready.isReady()));
        batches.setOnAction(event -> {
            showBatches.run();
            getScene().getWindow().hide();
        });
        measure.setMinWidth(USE_PREF_SIZE);
        batches.setMinWidth(USE_PREF_SIZE);
        Label result = new Label();
        result.setWrapText(true);
        result.textProperty().bind(form.estimateProperty());
        HBox row = new HBox(10, batches, measure, result);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setMinHeight(40);
        return row;
    }

    private static <T> ComboBox<T> box(List<T> values, java.util.function.Function<T, String> text, String name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null;
            }
        });
        return box;
    }
}
