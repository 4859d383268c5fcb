package org.posewright.app.view.finetune;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.SettingDifference;
import org.posewright.app.training.StoredRun;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.RunsViewModel;

/** What another run had otherwise: its labels joint by joint, and its settings. */
final class LabelsPane extends VBox {

    private final Messages messages;
    private final RunsViewModel runs;
    private final VBox settings = new VBox(8);

    LabelsPane(RunViewModel run, RunsViewModel runs, Messages messages) {
        this.messages = messages;
        this.runs = runs;
        ComboBox<StoredRun> other = new ComboBox<>(runs.runs());
        other.setPromptText(messages.text("train.labels.choose"));
        other.setAccessibleText(messages.text("train.labels.choose"));
        other.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable StoredRun stored) {
                return stored == null ? "" : stored.files().name();
            }

            @Override
            public @Nullable StoredRun fromString(String text) {
                return null;
            }
        });
        other.valueProperty().subscribe((before, chosen) -> {
            RunFiles shown = run.runProperty().get();
            if (shown != null) {
                runs.compare(shown, chosen == null ? null : chosen.files());
            }
        });
        run.runProperty().subscribe(shown -> {
            other.setValue(null);
            runs.clearOverlay();
        });
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        runs.labelSentenceProperty()
                .subscribe(text -> sentence.setText(text.isEmpty() ? messages.text("train.labels.hint") : text));
        Label compareWith = new Label(messages.text("train.labels.compare-with"));
        HBox row = new HBox(10, compareWith, other);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        row,
                        Cards.card(messages, "train.labels.heading", sentence),
                        Cards.card(messages, "train.settings.heading", settings));
        getStyleClass().add("run-pane");
        runs.overlaysProperty()
                .subscribe(overlays -> show(overlays.isEmpty() ? null : overlays.get(overlays.size() - 1)));
    }

    private void show(RunsViewModel.@Nullable Overlay overlay) {
        settings.getChildren().clear();
        if (overlay == null || overlay.settings().isEmpty()) {
            Label none = new Label(messages.text(overlay == null ? "train.settings.hint" : "train.settings.same"));
            none.getStyleClass().add("secondary");
            settings.getChildren().add(none);
            return;
        }
        GridPane grid = Cards.facts();
        grid.setMaxWidth(520);
        for (SettingDifference difference : overlay.settings()) {
            Cards.fact(grid, difference.name(), difference.before() + "  →  " + difference.after());
        }
        settings.getChildren().add(grid);
    }
}
