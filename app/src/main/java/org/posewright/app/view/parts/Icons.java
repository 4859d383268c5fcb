package org.posewright.app.view.parts;

import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one pack. */
public final class Icons {

    private Icons() {}

    /**
     * @param code Ikonli's, such as {@code mdi2u-undo}
     */
    public static Node of(String code) {
        FontIcon icon = new FontIcon(code);
        icon.setMouseTransparent(true);
        return icon;
    }
}
