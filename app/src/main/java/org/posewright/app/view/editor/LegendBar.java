package org.posewright.app.view.editor;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.posewright.app.canvas.layer.Palette;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.OverlayViewModel;

/** What shapes and colours mean, over the bottom left corner of the picture. */
final class LegendBar extends HBox {

    LegendBar(OverlayViewModel overlay, Messages messages) {
        super(10);
        getStyleClass().add("hint-bar");
        setMouseTransparent(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label left = new Label(messages.text("legend.left"));
        left.getStyleClass().add("side-left");
        Label right = new Label(messages.text("legend.right"));
        right.getStyleClass().add("side-right");
        HBox sides = new HBox(4, left, new Label("/"), right);
        getChildren()
                .addAll(
                        new Label("●  " + messages.text("legend.visible")),
                        new Label("◉  " + messages.text("legend.hidden")),
                        new Label("○╌  " + messages.text("legend.prediction")),
                        sides);
        overlay.paletteProperty().subscribe(palette -> {
            sides.setVisible(palette == Palette.SIDES);
            sides.setManaged(palette == Palette.SIDES);
        });
    }
}
