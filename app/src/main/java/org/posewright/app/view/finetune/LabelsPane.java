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
import org.posewright.app.training.RunRequest;
import org.posewright.app.training.RunState;
import org.posewright.app.training.SettingDifference;
import org.posewright.app.training.StoredRun;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.RunsViewModel;

/** What another run had otherwise: its labels joint by joint, and its settings. */
final class LabelsPane extends VBox {

    private final Messages messages;
    private final RunsViewModel runs;
    private final VBox settings = new VBox(8);
    private boolean isFollowing;

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
            if (shown != null && !isFollowing) {
                runs.compare(shown, chosen == null ? null : chosen.files());
            }
        });
        run.runProperty().subscribe(shown -> {
            follow(other, null);
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
        Label snapshot = new Label();
        snapshot.setWrapText(true);
        snapshot.setMinHeight(USE_PREF_SIZE);
        run.stateProperty().subscribe(state -> snapshot.setText(snapshot(state, run)));
        run.detailsProperty()
                .subscribe(
                        details -> snapshot.setText(snapshot(run.stateProperty().get(), run)));
        getChildren()
                .setAll(
                        Cards.card(messages, "train.snapshot.heading", snapshot),
                        row,
                        Cards.card(messages, "train.labels.heading", sentence),
                        Cards.card(messages, "train.settings.heading", settings));
        getStyleClass().add("run-pane");
        runs.overlaysProperty().subscribe(overlays -> {
            RunsViewModel.Overlay last = overlays.isEmpty() ? null : overlays.get(overlays.size() - 1);
            follow(other, last);
            show(last);
        });
    }

    /** The choice says which run is compared, also when it was laid over in the list. */
    private void follow(ComboBox<StoredRun> other, RunsViewModel.@Nullable Overlay overlay) {
        isFollowing = true;
        try {
            other.setValue(
                    overlay == null
                            ? null
                            : runs.runs().stream()
                                    .filter(stored -> stored.files().name().equals(overlay.name()))
                                    .findFirst()
                                    .orElse(null));
        } finally {
            isFollowing = false;
        }
    }

    /** What the run was trained on, in a sentence. */
    private String snapshot(RunState state, RunViewModel run) {
        RunState.Setup setup = state.setup();
        if (setup == null) {
            return messages.text("train.snapshot.none");
        }
        RunRequest request = run.detailsProperty().get().request();
        String counts =
                messages.text("train.snapshot", setup.trainingImages(), setup.people(), setup.validationImages());
        return request == null ? counts : counts + " · " + request.dataChoice();
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
