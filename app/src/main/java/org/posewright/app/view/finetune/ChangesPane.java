package org.posewright.app.view.finetune;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.training.BeforeAfter;
import org.posewright.app.viewmodel.finetune.ChangesViewModel;

/** What a run changed on pictures it was not trained on: worst regressions first, both skeletons on one picture. */
public final class ChangesPane extends VBox {

    private static final double LIST_WIDTH = 340;

    /** Smaller changes of OKS round to nothing. */
    private static final double VISIBLE_CHANGE = 0.0005;

    private final ChangesViewModel changes;
    private final Messages messages;
    private final ListView<BeforeAfter.Change> list = new ListView<>();
    private final Label summary = new Label();

    /**
     * @param openPicture shows the chosen picture in the editor
     * @param canOpen whether it is a picture of the dataset that is open
     */
    public ChangesPane(
            ChangesViewModel changes,
            ThemeService theme,
            Runnable openPicture,
            ObservableValue<Boolean> canOpen,
            Messages messages) {
        this.changes = changes;
        this.messages = messages;
        Button measure = new Button(messages.text("train.changes.measure"));
        measure.disableProperty().bind(changes.canMeasure().map(can -> !can));
        measure.setOnAction(event -> changes.measure());
        measure.setMinWidth(USE_PREF_SIZE);
        summary.setWrapText(true);
        HBox row = new HBox(12, measure, summary);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label hint = new Label(messages.text("train.changes.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("secondary", "empty-note");
        list.setPlaceholder(hint);
        list.setCellFactory(view -> new ChangeCell());
        list.setAccessibleText(messages.text("train.tab.changes"));
        list.getStyleClass().add("run-list");
        list.setPrefWidth(LIST_WIDTH);
        list.setMinWidth(LIST_WIDTH);
        list.getSelectionModel().selectedItemProperty().subscribe((before, chosen) -> {
            if (chosen != null) {
                changes.chosenProperty().set(chosen);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openPicture.run();
            }
        });
        ChangePicture picture = new ChangePicture(changes, theme);
        Label legend = new Label(messages.text("train.changes.legend"));
        legend.getStyleClass().addAll("secondary", "small-text");
        legend.setWrapText(true);
        legend.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(legend, Priority.ALWAYS);
        Button open = new Button(messages.text("train.tile.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.disableProperty().bind(canOpen.map(can -> !can));
        open.setOnAction(event -> openPicture.run());
        HBox below = new HBox(12, legend, open);
        below.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox shown = new VBox(8, picture, below);
        VBox.setVgrow(picture, Priority.ALWAYS);
        shown.getStyleClass().add("card");
        HBox parts = new HBox(10, list, shown);
        HBox.setHgrow(shown, Priority.ALWAYS);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().setAll(row, parts);
        getStyleClass().add("run-pane");
        changes.resultProperty().subscribe(this::show);
        changes.messageProperty().subscribe(text -> showSummary());
        changes.canMeasure().subscribe(can -> showSummary());
        changes.chosenProperty().subscribe(chosen -> {
            if (chosen != null) {
                list.getSelectionModel().select(chosen);
            }
        });
    }

    private void show(@Nullable BeforeAfter result) {
        list.getItems().clear();
        if (result != null) {
            list.getItems().setAll(result.changes());
        }
        showSummary();
    }

    private void showSummary() {
        BeforeAfter result = changes.resultProperty().get();
        String message = changes.messageProperty().get();
        if (!message.isEmpty()) {
            summary.setText(message);
        } else if (result != null) {
            long better = result.changes().stream()
                    .filter(c -> c.change().change() > VISIBLE_CHANGE)
                    .count();
            long worse = result.changes().stream()
                    .filter(c -> c.change().change() < -VISIBLE_CHANGE)
                    .count();
            summary.setText(messages.text(
                    "train.changes.summary", format(result.apBefore()), format(result.apAfter()), better, worse));
        } else {
            boolean can = Boolean.TRUE.equals(changes.canMeasure().getValue());
            summary.setText(can ? "" : messages.text("train.changes.no-model"));
        }
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static final class ChangeCell extends ListCell<BeforeAfter.Change> {

        private final Label name = new Label();
        private final Label values = new Label();
        private final Label badge = new Label();

        ChangeCell() {
            values.getStyleClass().addAll("secondary", "small-text");
            badge.getStyleClass().add("badge");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(8, new VBox(2, name, values), space, badge);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setPrefWidth(0);
            setGraphic(row);
        }

        @Override
        protected void updateItem(BeforeAfter.Change item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            getGraphic().setVisible(item != null);
            if (item == null) {
                setAccessibleText(null);
                return;
            }
            double change = item.change().change();
            name.setText(item.image().key().fileName());
            values.setText("OKS " + format(item.change().oksBefore()) + " → "
                    + format(item.change().oksAfter()));
            badge.setText(Math.abs(change) < VISIBLE_CHANGE ? "0.000" : String.format(Locale.ROOT, "%+.3f", change));
            badge.getStyleClass().removeAll("good", "poor", "plain");
            badge.getStyleClass().add(change > VISIBLE_CHANGE ? "good" : change < -VISIBLE_CHANGE ? "poor" : "plain");
            setAccessibleText(name.getText() + ", " + values.getText());
        }
    }
}
