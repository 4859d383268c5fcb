package org.posewright.app.view.finetune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.finetune.RunPictures;

/** The pictures that the trainer drew into the run folder: validation with labels and predictions, curves. */
final class PicturesPane extends ScrollPane {

    private static final double WIDTH = 520;

    private final FlowPane tiles = new FlowPane(10, 10);
    private final Messages messages;

    PicturesPane(RunPictures pictures, Messages messages) {
        this.messages = messages;
        tiles.getStyleClass().add("run-pane");
        setContent(tiles);
        tiles.setRowValignment(javafx.geometry.VPos.TOP);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        pictures.shownProperty().subscribe(this::show);
    }

    private void show(List<RunPictures.Named> shown) {
        List<VBox> cards = new ArrayList<>();
        for (RunPictures.Named named : shown) {
            Picture picture = named.picture();
            ImageView view = new ImageView(CanvasArea.image(picture));
            view.setPreserveRatio(true);
            view.setFitWidth(WIDTH);
            Path name = named.file().getFileName();
            view.setAccessibleText(String.valueOf(name));
            Label label = new Label(String.valueOf(name));
            label.getStyleClass().add("secondary");
            VBox card = new VBox(6, label, view);
            card.getStyleClass().add("card");
            cards.add(card);
        }
        tiles.getChildren().setAll(cards);
        if (cards.isEmpty()) {
            Label none = new Label(messages.text("train.pictures.empty"));
            none.getStyleClass().add("secondary");
            tiles.getChildren().add(none);
        }
    }
}
