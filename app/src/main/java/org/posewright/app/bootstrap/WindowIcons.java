package org.posewright.app.bootstrap;

import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.posewright.assets.Assets;

/** The program's mark in the sizes that window systems ask for. */
final class WindowIcons {

    private static final int[] SIDES = {16, 32, 48, 64, 128, 256};

    private WindowIcons() {}

    static void put(Stage stage) {
        for (int side : SIDES) {
            stage.getIcons()
                    .add(new Image(
                            Assets.url("icons/posewright-" + side + ".png").toExternalForm()));
        }
    }
}
