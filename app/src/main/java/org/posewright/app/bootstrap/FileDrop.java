package org.posewright.app.bootstrap;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files and folders dropped on the window are opened. */
final class FileDrop {

    private static final String TARGET = "drop-target";

    private FileDrop() {}

    static void install(Scene scene, Consumer<Path> open) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                if (!scene.getRoot().getStyleClass().contains(TARGET)) {
                    scene.getRoot().getStyleClass().add(TARGET);
                }
            }
            event.consume();
        });
        scene.addEventHandler(
                DragEvent.DRAG_EXITED, event -> scene.getRoot().getStyleClass().remove(TARGET));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> dropped = event.getDragboard().getFiles();
            scene.getRoot().getStyleClass().remove(TARGET);
            dropped.stream().map(File::toPath).forEach(open);
            event.setDropCompleted(!dropped.isEmpty());
            event.consume();
        });
    }
}
