package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.posewright.annotations.model.Box;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.theme.ThemeTokens;

/**
 * Where and with what a layer paints. Coordinates handed to the graphics are view units.
 *
 * @param visible the part of image space on the screen, for culling
 */
public record LayerContext(
        GraphicsContext graphics,
        ViewTransform transform,
        Box visible,
        ThemeTokens tokens,
        Font labelFont,
        TextWidths labelWidths) {

    double viewX(double imageX) {
        return transform.viewX(imageX);
    }

    double viewY(double imageY) {
        return transform.viewY(imageY);
    }

    /** Whether a box with a margin for strokes touches the screen. */
    boolean isVisible(Box box) {
        double margin = transform.imageLength(24);
        Box grown = box.grown(margin);
        return grown.right() >= visible.x()
                && grown.x() <= visible.right()
                && grown.bottom() >= visible.y()
                && grown.y() <= visible.bottom();
    }
}
