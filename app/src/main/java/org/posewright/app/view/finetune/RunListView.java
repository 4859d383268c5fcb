package org.posewright.app.view.finetune;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.StoredRun;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.finetune.RunText;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.RunsViewModel;

/** All runs, newest first; a click shows one, its button lays it over the shown. */
final class RunListView extends VBox {

    private final RunViewModel run;
    private final RunsViewModel runs;
    private final Messages messages;
    private final ListView<StoredRun> list = new ListView<>();
    private boolean isFollowing;

    RunListView(RunViewModel run, RunsViewModel runs, Consumer<RunFiles> onChosen, Messages messages) {
        this.run = run;
        this.runs = runs;
        this.messages = messages;
        Label empty = new Label(messages.text("train.runs.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().addAll("secondary", "empty-note");
        list.setPlaceholder(empty);
        list.setItems(runs.runs());
        list.setCellFactory(view -> new RunCell());
        list.setAccessibleText(messages.text("train.runs"));
        list.getStyleClass().add("run-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        Label heading = Cards.heading(messages.text("train.runs"), messages);
        getChildren().setAll(heading, list);
        getStyleClass().addAll("side", "left", "run-side");
        list.getSelectionModel().selectedItemProperty().subscribe((before, chosen) -> {
            if (chosen != null
                    && !isFollowing
                    && !chosen.files().equals(run.runProperty().get())) {
                onChosen.accept(chosen.files());
            }
        });
        runs.runs().addListener((javafx.collections.ListChangeListener<StoredRun>) change -> selectShown());
        run.runProperty().subscribe(shown -> selectShown());
    }

    private void selectShown() {
        isFollowing = true;
        try {
            RunFiles shown = run.runProperty().get();
            runs.runs().stream()
                    .filter(stored -> stored.files().equals(shown))
                    .findFirst()
                    .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        } finally {
            isFollowing = false;
        }
    }

    private final class RunCell extends ListCell<StoredRun> {

        private final Label name = new Label();
        private final Label score = new Label();
        private final Label about = new Label();
        private final ToggleButton over = new ToggleButton();

        RunCell() {
            name.getStyleClass().add("emphasis");
            score.getStyleClass().addAll("badge", "plain");
            about.getStyleClass().addAll("secondary", "small-text");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            VBox content = new VBox(2, new HBox(8, name, space, over, score), about);
            content.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
            over.setGraphic(Icons.of("mdi2l-layers-outline"));
            over.getStyleClass().add("over-button");
            over.setTooltip(ActionControls.tooltip(messages.text("train.runs.compare")));
            over.setFocusTraversable(false);
            over.setOnAction(event -> layOver());
            MenuItem compare = new MenuItem();
            compare.setOnAction(event -> layOver());
            ContextMenu menu = new ContextMenu(compare);
            menu.setOnShowing(event -> {
                compare.setText(messages.text(isLaidOver() ? "train.runs.compare-end" : "train.runs.compare"));
                compare.setDisable(!canLayOver());
            });
            setContextMenu(menu);
            runs.overlaysProperty().subscribe(overlays -> showOver());
            run.runProperty().subscribe(shown -> showOver());
            setGraphic(content);
        }

        private boolean canLayOver() {
            RunFiles shown = run.runProperty().get();
            return getItem() != null && shown != null && !shown.equals(getItem().files());
        }

        private boolean isLaidOver() {
            return getItem() != null && runs.isLaidOver(getItem().files());
        }

        private void layOver() {
            RunFiles shown = run.runProperty().get();
            if (isLaidOver()) {
                runs.takeAway(getItem().files());
            } else if (shown != null && canLayOver()) {
                runs.compare(shown, getItem().files());
            }
        }

        private void showOver() {
            over.setVisible(canLayOver());
            over.setManaged(over.isVisible());
            over.setSelected(isLaidOver());
        }

        /** The time of a run of today, else the day. */
        private String when(ZonedDateTime begun) {
            DateTimeFormatter format = begun.toLocalDate().equals(LocalDate.now(begun.getZone()))
                    ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
            return format.withLocale(messages.locale()).format(begun);
        }

        @Override
        protected void updateItem(StoredRun item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            getGraphic().setVisible(item != null);
            showOver();
            if (item == null) {
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.files().name());
            score.setText(
                    item.bestPoseMap().isPresent()
                            ? RunText.score(item.bestPoseMap().getAsDouble())
                            : "–");
            String when = when(item.begun().toInstant().atZone(ZoneId.systemDefault()));
            String state =
                    messages.text(item.isActive() ? "train.runs.active" : "train.runs.epochs", item.epochsDone());
            about.setText(state + " · " + when);
            String settings = item.settings().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("\n"));
            setTooltip(settings.isEmpty() ? null : ActionControls.tooltip(settings));
            setAccessibleText(item.files().name() + ", " + about.getText() + ", mAP " + score.getText());
        }
    }
}
