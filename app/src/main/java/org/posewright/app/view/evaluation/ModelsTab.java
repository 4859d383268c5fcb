package org.posewright.app.view.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.compare.ImageChange;
import org.posewright.annotations.evaluation.compare.Interval;
import org.posewright.annotations.evaluation.compare.ResultComparison;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.editor.PictureViewModel;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.SideBySide;
import org.posewright.app.viewmodel.evaluation.SideBySideViewModel;

/** AP of several results with intervals, the pictures that changed most, and both skeletons on the picture. */
final class ModelsTab extends HBox {

    private static final double LEFT_WIDTH = 500;
    private static final double ROOM_OF_CARD = 14;
    private static final double SMALLEST_CHANGE = 0.0005;
    private static final char NO_BREAK = '\u00a0';
    private static final Set<String> SHOWN_BESIDE_AP = Set.of("AP50", "AP75", "APm", "APl", "AR");

    private final SideBySideViewModel sideBySide;
    private final Messages messages;
    private final VBox table = new VBox();
    private final ListView<ImageChange> changes = new ListView<>();
    private boolean following;

    ModelsTab(
            ActionCatalog actions,
            EvaluationModels models,
            PictureViewModel pictures,
            ThemeService theme,
            Messages messages) {
        this.sideBySide = models.sideBySide();
        this.messages = messages;
        getStyleClass().add("compare-columns");
        PoseCanvas canvas = new PoseCanvas(theme);
        canvas.poseSceneProperty().bind(models.sideBySideScene().sceneProperty());
        canvas.glass().setAccessibleText(messages.text("compare.models.canvas"));
        canvas.visibleProperty()
                .bind(models.sideBySideScene()
                        .sceneProperty()
                        .map(scene -> true)
                        .orElse(false));
        pictures.pictureProperty().subscribe(picture -> canvas.pictureProperty().set(CanvasArea.image(picture)));
        Label empty = Cards.note(messages.text("compare.models.empty"));
        empty.setMaxWidth(420);
        StackPane middle = new StackPane(empty, canvas);
        middle.getStyleClass().addAll("canvas-area", "compare-canvas");
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(240);
        getChildren().addAll(left(actions, models), middle);
        sideBySide.resultProperty().subscribe(this::show);
        sideBySide.selectedProperty().subscribe(this::follow);
    }

    private VBox left(ActionCatalog actions, EvaluationModels models) {
        Button add = ActionControls.button(actions.get("evaluate.add"));
        add.getStyleClass().addAll("small-button", "accent");
        Button clear = new Button(messages.text("compare.models.clear"));
        clear.getStyleClass().add("small-button");
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> sideBySide.clear());
        clear.disableProperty().bind(sideBySide.resultProperty().isNull());
        HBox buttons = new HBox(add, clear);
        buttons.setSpacing(6);
        table.getStyleClass().add("figure-rows");
        VBox results = Cards.card(messages.text("compare.tab.models"), table, buttons);
        changes.getStyleClass().add("case-list");
        changes.setFixedCellSize(26);
        changes.setAccessibleText(messages.text("compare.models.changes"));
        changes.setCellFactory(view -> new ChangeCell());
        changes.setPlaceholder(Cards.note(messages.text("compare.models.changes.empty")));
        changes.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!following && item != null) {
                sideBySide.selectedProperty().set(item);
            }
        });
        CheckBox labels = new CheckBox(messages.text("compare.models.labels"));
        labels.selectedProperty().bindBidirectional(models.sideBySideScene().labelsShownProperty());
        VBox list = Cards.card(
                messages.text("compare.models.changes"),
                changes,
                labels,
                Cards.note(messages.text("compare.models.changes.note")));
        VBox.setVgrow(changes, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(results, list);
        left.getStyleClass().add("compare-column");
        left.setPrefWidth(LEFT_WIDTH);
        left.setMinWidth(LEFT_WIDTH - 100);
        return left;
    }

    private void show(@Nullable SideBySide now) {
        table.getChildren().clear();
        following = true;
        changes.setItems(FXCollections.observableList(now == null ? List.of() : now.changes()));
        following = false;
        if (now == null) {
            table.getChildren().add(Cards.note(messages.text("compare.models.table.empty")));
        } else {
            table.getChildren().addAll(grid(now), Cards.note(messages.text("compare.models.table.note")));
        }
        follow(sideBySide.selectedProperty().get());
    }

    private GridPane grid(SideBySide now) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-table");
        int column = 0;
        for (String head : List.of("name", "ap", "difference")) {
            Label label = new Label(messages.text("compare.models." + head));
            label.getStyleClass().addAll("secondary", "small-text");
            grid.add(label, column, 0);
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(constraints);
            column++;
        }
        for (int row = 0; row < now.comparison().rows().size(); row++) {
            addRow(grid, now, row);
        }
        return grid;
    }

    private void addRow(GridPane grid, SideBySide now, int index) {
        ResultComparison.Row row = now.comparison().rows().get(index);
        int line = 1 + 2 * index;
        if (index == 0) {
            Label reference = new Label(row.name());
            reference.getStyleClass().add("emphasis");
            reference.setTooltip(ActionControls.tooltip(row.name()));
            grid.add(reference, 0, line);
        } else {
            Hyperlink name = new Hyperlink(row.name());
            name.setOnAction(event -> {
                name.setVisited(false);
                sideBySide.choose(index);
            });
            name.setUnderline(index == now.chosen());
            name.setAccessibleText(messages.text("compare.models.choose", row.name()));
            name.setTooltip(ActionControls.tooltip(row.name()));
            grid.add(name, 0, line);
        }
        Label ap = new Label(interval("%.4f", "%.3f", row.ap()));
        ap.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(ap, 1, line);
        Label difference = new Label(index == 0 ? "–" : interval("%+.4f", "%+.3f", row.difference()));
        difference.setMinWidth(Region.USE_PREF_SIZE);
        if (index > 0 && row.difference().excludesZero()) {
            difference.getStyleClass().add("emphasis");
        }
        grid.add(difference, 2, line);
        grid.add(others(row.numbers(), now.comparison().rows().get(0).numbers(), index > 0), 0, line + 1, 3, 1);
    }

    /** The numbers beside AP, with their difference from the reference. */
    private static Label others(CocoSummary numbers, CocoSummary reference, boolean compared) {
        List<String> parts = new ArrayList<>();
        Map<String, Double> before = reference.byName();
        numbers.byName().forEach((name, value) -> {
            if (SHOWN_BESIDE_AP.contains(name) && value >= 0) {
                String change = compared ? String.format(Locale.ROOT, " (%+.3f)", value - before.get(name)) : "";
                parts.add((name + " " + String.format(Locale.ROOT, "%.3f", value) + change).replace(' ', NO_BREAK));
            }
        });
        Label label = Cards.note(String.join("  ·  ", parts));
        label.setMaxWidth(LEFT_WIDTH - 2 * ROOM_OF_CARD);
        return label;
    }

    private static String interval(String value, String bound, Interval interval) {
        return String.format(
                Locale.ROOT,
                value + " [" + bound + ", " + bound + "]",
                interval.value(),
                interval.low(),
                interval.high());
    }

    private void follow(@Nullable ImageChange change) {
        following = true;
        if (change == null) {
            changes.getSelectionModel().clearSelection();
        } else {
            changes.getSelectionModel().select(change);
        }
        following = false;
    }

    /** File name, OKS before and after, difference. */
    private final class ChangeCell extends ListCell<ImageChange> {
        private final Label image = new Label();
        private final Label from = new Label();
        private final Label change = new Label();
        private final HBox row = new HBox(image, Cards.gap(), from, change);

        ChangeCell() {
            row.getStyleClass().add("case-row");
            row.setSpacing(10);
            row.setAlignment(Pos.CENTER_LEFT);
            from.getStyleClass().add("secondary");
            change.getStyleClass().add("badge");
            change.setMinWidth(58);
            change.setAlignment(Pos.CENTER_RIGHT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ImageChange item, boolean empty) {
            super.updateItem(item, empty);
            SideBySide now = sideBySide.resultProperty().get();
            setText(null);
            setGraphic(empty || item == null || now == null ? null : row);
            if (!empty && item != null && now != null) {
                image.setText(
                        now.reference().truth().image(item.imageIndex()).key().fileName());
                from.setText(String.format(
                        Locale.ROOT,
                        "%.3f → %.3f · +%d −%d",
                        item.oksBefore(),
                        item.oksAfter(),
                        item.extraAfter(),
                        item.extraBefore()));
                boolean same = Math.abs(item.change()) < SMALLEST_CHANGE;
                change.setText(same ? "0.000" : String.format(Locale.ROOT, "%+.3f", item.change()));
                change.getStyleClass().removeAll("good", "poor", "plain");
                change.getStyleClass().add(same ? "plain" : item.change() < 0 ? "poor" : "good");
                setAccessibleText(image.getText() + " " + from.getText() + " " + change.getText());
            }
        }
    }
}
