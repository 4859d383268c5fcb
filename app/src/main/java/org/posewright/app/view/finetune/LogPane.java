package org.posewright.app.view.finetune;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunState;
import org.posewright.app.viewmodel.finetune.RunText;
import org.posewright.app.viewmodel.finetune.RunViewModel;

/** What the trainer said, and what its process wrote as errors. */
final class LogPane extends StackPane {

    private static final List<String> COLUMNS = List.of(
            "train/pose_loss",
            "train/box_loss",
            "val/pose_loss",
            "val/box_loss",
            "metrics/mAP50-95(B)",
            "metrics/mAP50(P)",
            "metrics/mAP50-95(P)");

    private final TextArea text = new TextArea();

    LogPane(RunViewModel run, Messages messages) {
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        text.setAccessibleText(messages.text("train.tab.log"));
        text.setPromptText(messages.text("train.log.empty"));
        getChildren().setAll(text);
        getStyleClass().add("run-pane");
        WhileSeen all = new WhileSeen(this, () -> show(run));
        run.stateProperty().subscribe(state -> all.changed());
        run.detailsProperty().subscribe(details -> all.changed());
    }

    /** Losses and scores by the names of results.csv, shortened to fit a line. */
    private static String line(RunState.EpochPoint epoch) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "epoch %d", epoch.epoch()));
        for (String name : COLUMNS) {
            double value = epoch.value(name);
            if (Double.isFinite(value)) {
                line.append("  ").append(shortened(name)).append(' ').append(RunText.score(value));
            }
        }
        epoch.cocoAp().ifPresent(ap -> line.append("  COCO AP ").append(RunText.score(ap)));
        return line.append(epoch.isBest() ? "  *" : "").toString();
    }

    private static String shortened(String column) {
        return column.replace("train/", "")
                .replace("metrics/", "")
                .replace("_loss", "")
                .replace('/', ' ');
    }

    private void show(RunViewModel run) {
        StringBuilder lines = new StringBuilder();
        RunState state = run.stateProperty().get();
        state.notes().forEach(note -> lines.append(note).append('\n'));
        state.epochs().forEach(epoch -> lines.append(line(epoch)).append('\n'));
        if (!state.closing().isEmpty()) {
            lines.append(state.closing()).append('\n');
        }
        String errors = run.detailsProperty().get().errors();
        if (!errors.isBlank()) {
            lines.append('\n').append(errors);
        }
        if (!text.getText().contentEquals(lines)) {
            text.setText(lines.toString());
            text.setScrollTop(Double.MAX_VALUE);
        }
    }
}
