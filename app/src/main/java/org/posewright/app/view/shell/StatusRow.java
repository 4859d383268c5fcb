package org.posewright.app.view.shell;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.posewright.app.task.TaskHandle;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.status.StatusViewModel;

/** The row at the bottom: where, what runs, which model on which device, whether everything is saved. */
public final class StatusRow extends HBox {

    private final StatusViewModel status;
    private final Messages messages;
    private final Label taskTitle = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label taskProgress = new Label();
    private final Button cancel = new Button();
    private final MenuButton more = new MenuButton();
    private final HBox task = new HBox(8);
    private Subscription followed = Subscription.EMPTY;

    /**
     * @param pointer position and zoom, as the screen that is shown tells them
     */
    public StatusRow(StatusViewModel status, List<Label> pointer, Messages messages) {
        this.status = status;
        this.messages = messages;
        getStyleClass().add("status-row");
        more.setAccessibleText(messages.text("status.tasks"));
        Label place = new Label();
        place.textProperty().bind(status.placeProperty());
        getChildren().add(place);
        getChildren().addAll(pointer);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, task, model(), saved());
        buildTask();
        status.running().addListener((ListChangeListener<TaskHandle>) change -> followOldest());
        followOldest();
    }

    private Label model() {
        Label model = new Label();
        model.getStyleClass().add("device");
        model.textProperty().bind(status.modelProperty());
        var tooltip = ActionControls.tooltip("");
        tooltip.textProperty().bind(status.modelDetailProperty());
        model.setTooltip(tooltip);
        return model;
    }

    private Label saved() {
        Label saved = new Label();
        saved.setMinWidth(Region.USE_PREF_SIZE);
        status.savedProperty().subscribe(text -> {
            saved.setText(text.isEmpty() ? "" : "●  " + text);
            saved.getStyleClass().removeAll("saved", "unsaved");
            saved.getStyleClass().add(status.hasUnsaved() ? "unsaved" : "saved");
        });
        return saved;
    }

    private void buildTask() {
        cancel.setGraphic(Icons.of("mdi2c-close"));
        cancel.getStyleClass().add("flat-button");
        cancel.setAccessibleText(messages.text("status.cancel"));
        cancel.setTooltip(ActionControls.tooltip(messages.text("status.cancel")));
        more.getStyleClass().add("flat-button");
        more.setMinWidth(Region.USE_PREF_SIZE);
        task.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        bar.setMinWidth(60);
        task.getChildren().addAll(taskTitle, bar, taskProgress, cancel, more);
    }

    private void followOldest() {
        followed.unsubscribe();
        followed = Subscription.EMPTY;
        List<TaskHandle> running = status.running();
        task.setVisible(!running.isEmpty());
        task.setManaged(!running.isEmpty());
        more.setVisible(running.size() > 1);
        more.setManaged(running.size() > 1);
        if (running.isEmpty()) {
            return;
        }
        TaskHandle newest = running.get(running.size() - 1);
        taskTitle.setText(newest.title());
        cancel.setOnAction(event -> newest.cancel());
        followed = newest.progressProperty().subscribe(progress -> {
            bar.setProgress(progress.fraction());
            taskProgress.setText(status.describe(newest));
        });
        more.setText("+" + (running.size() - 1));
        more.getItems()
                .setAll(running.stream()
                        .filter(handle -> handle != newest)
                        .map(this::item)
                        .toList());
    }

    private CustomMenuItem item(TaskHandle handle) {
        ProgressBar small = new ProgressBar();
        Label words = new Label();
        handle.progressProperty().subscribe(progress -> {
            small.setProgress(progress.fraction());
            words.setText(status.describe(handle));
        });
        Button stop = new Button(messages.text("status.cancel"));
        stop.setOnAction(event -> handle.cancel());
        HBox row = new HBox(10, new Label(handle.title()), small, words, stop);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return new CustomMenuItem(row, false);
    }
}
