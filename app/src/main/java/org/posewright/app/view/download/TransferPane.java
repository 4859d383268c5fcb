package org.posewright.app.view.download;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.download.Unpacker;
import org.posewright.app.task.TaskProgress;
import org.posewright.app.text.ByteSize;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.download.DownloadViewModel;
import org.posewright.app.viewmodel.download.DownloadViewModel.State;

/** How far a download is, with pause and resume, or why it broke off. */
final class TransferPane extends VBox {

    private static final double SECONDS_PER_MINUTE = 60;

    private final Messages messages;
    private final DownloadViewModel download;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    TransferPane(DownloadViewModel download, Messages messages) {
        super(6);
        this.messages = messages;
        this.download = download;
        getStyleClass().add("card");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(messages.text("download.progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("secondary");
        Button pause = button("download.pause", "mdi2p-pause", download::pause);
        Button resume = button("download.resume", "mdi2p-play", download::resume);
        Button dismiss = button("download.dismiss", "mdi2c-close", download::dismiss);
        HBox line = new HBox(8, bar, pause, resume, dismiss);
        line.setAlignment(Pos.CENTER);
        getChildren().addAll(title, line, detail);
        title.textProperty().bind(download.titleProperty());
        download.progressProperty().subscribe(this::show);
        download.stateProperty().subscribe(state -> {
            boolean stopped = state == State.PAUSED || state == State.FAILED;
            // It keeps its place while nothing is fetched, as a dialog does not grow.
            setVisible(state != State.IDLE);
            shown(pause, state == State.RUNNING);
            shown(resume, stopped);
            shown(dismiss, stopped);
            describe(state);
            fitWindow();
        });
    }

    /** A long sentence takes more lines than the window was made for. */
    private void fitWindow() {
        Scene scene = getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(messages.text(key), Icons.of(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(messages.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void describe(State state) {
        detail.getStyleClass().remove("failure");
        switch (state) {
            case PAUSED -> {
                bar.setProgress(Math.max(0, download.progressProperty().get().fraction()));
                detail.setText(messages.text("download.paused"));
            }
            case DONE -> {
                bar.setProgress(1);
                detail.setText(messages.text("download.done"));
            }
            case FAILED -> {
                bar.setProgress(0);
                detail.getStyleClass().add("failure");
                detail.setText(download.failureProperty().get());
            }
            case IDLE, RUNNING -> detail.setText("");
        }
    }

    private void show(TaskProgress progress) {
        if (download.stateProperty().get() != State.RUNNING) {
            return;
        }
        bar.setProgress(progress.fraction());
        boolean bytes = !progress.message().startsWith(Unpacker.PREFIX);
        StringBuilder text = new StringBuilder(
                bytes
                        ? progress.message()
                        : messages.text("download.unpacking", progress.message().substring(Unpacker.PREFIX.length())));
        if (bytes && progress.total() > 0) {
            text.append(" · ")
                    .append(ByteSize.of(progress.done()))
                    .append(" / ")
                    .append(ByteSize.of(progress.total()));
        }
        progress.rate().ifPresent(rate -> {
            if (bytes) {
                text.append(" · ").append(ByteSize.of(Math.round(rate))).append("/s");
            }
        });
        progress.remainingSeconds().ifPresent(seconds -> text.append(" · ")
                .append(messages.text(
                        "download.remaining",
                        String.format(Locale.ROOT, "%d:%02d", (int) (seconds / SECONDS_PER_MINUTE), (int)
                                (seconds % SECONDS_PER_MINUTE)))));
        detail.setText(text.toString());
    }

    private static void shown(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
