package org.posewright.app.view.finetune;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunDetails;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.finetune.RunViewModel;

/** Which run, which page of it, and what can be done with it now. */
public final class TrainingToolbar extends HBox {

    private final Messages messages;
    private final RunViewModel run;
    private final Label title = new Label();

    public TrainingToolbar(
            ActionCatalog actions, RunViewModel run, ObjectProperty<TrainingView.Page> page, Messages messages) {
        this.messages = messages;
        this.run = run;
        getStyleClass().add("tool-row");
        title.getStyleClass().add("emphasis");
        title.setMinWidth(60);
        getChildren().addAll(ActionControls.iconButton(actions.get("train.back")), title);
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox(2);
        for (TrainingView.Page one : TrainingView.Page.values()) {
            ToggleButton tab =
                    new ToggleButton(messages.text("train.tab." + one.name().toLowerCase(Locale.ROOT)));
            tab.setToggleGroup(group);
            tab.getStyleClass().add("page-tab");
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setOnAction(event -> page.set(one));
            page.subscribe(now -> tab.setSelected(now == one));
            group.selectedToggleProperty().subscribe(() -> tab.setSelected(page.get() == one));
            tabs.getChildren().add(tab);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(tabs, space);
        for (String id : new String[] {"train.pause", "train.resume", "train.stop", "train.cancel"}) {
            Button button = ActionControls.button(actions.get(id));
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(hidden(button));
        }
        Button use = ActionControls.button(actions.get("train.use"));
        use.getStyleClass().add("accent");
        use.setMinWidth(USE_PREF_SIZE);
        use.visibleProperty().bind(run.runProperty().isNotNull());
        use.managedProperty().bind(use.visibleProperty());
        Button start = ActionControls.button(actions.get("train.fine-tune"));
        start.getStyleClass().add("accent");
        start.setMinWidth(USE_PREF_SIZE);
        start.visibleProperty().bind(use.visibleProperty().not());
        start.managedProperty().bind(start.visibleProperty());
        getChildren().addAll(use, start);
        run.runProperty().subscribe(shown -> refresh());
        run.detailsProperty().subscribe(details -> refresh());
    }

    /** A button that is there only while it can be used. */
    private static Button hidden(Button button) {
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void refresh() {
        var files = run.runProperty().get();
        RunDetails details = run.detailsProperty().get();
        if (files == null) {
            title.setText(messages.text("train.title.none"));
            return;
        }
        String model = details.request() == null
                ? details.settings().getOrDefault("model", "")
                : details.request().model();
        String name = model.substring(Math.max(model.lastIndexOf('/'), model.lastIndexOf('\\')) + 1);
        title.setText(name.isEmpty() ? files.name() : messages.text("train.title", files.name(), name));
    }
}
