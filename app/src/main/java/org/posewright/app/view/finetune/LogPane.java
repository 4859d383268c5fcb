package org.posewright.app.view.finetune;

import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.finetune.RunViewModel;

/** What the trainer said, and what its process wrote as errors. */
final class LogPane extends StackPane {

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

    private void show(RunViewModel run) {
        StringBuilder lines = new StringBuilder();
        run.stateProperty().get().notes().forEach(note -> lines.append(note).append('\n'));
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
