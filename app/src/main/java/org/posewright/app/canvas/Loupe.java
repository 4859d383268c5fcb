package org.posewright.app.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageSize;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Interaction;
import org.posewright.app.canvas.layer.LayerContext;
import org.posewright.app.theme.ThemeTokens;

/** A magnified round view of the place under the pointer, beside it. */
final class Loupe extends Canvas {

    private static final double DIAMETER = 124;
    private static final double MAGNIFICATION = 3;
    private static final double DISTANCE = 90;

    Loupe() {
        super(DIAMETER, DIAMETER);
        setMouseTransparent(true);
        setVisible(false);
        setClip(new Circle(DIAMETER / 2, DIAMETER / 2, DIAMETER / 2));
    }

    /** Paints and places the loupe for a pointer at a view point. */
    void show(@Nullable Image picture, CanvasScene scene, Interaction interaction, LayerContext around) {
        ViewTransform view = around.transform();
        ThemeTokens tokens = around.tokens();
        double imageX = view.imageX(interaction.pointerX());
        double imageY = view.imageY(interaction.pointerY());
        ViewTransform magnified =
                ViewTransform.centered(imageX, imageY, view.scale() * MAGNIFICATION, DIAMETER, DIAMETER);
        GraphicsContext g = getGraphicsContext2D();
        g.setFill(tokens.color("-pw-canvas"));
        g.fillRect(0, 0, DIAMETER, DIAMETER);
        if (picture != null) {
            ImageSize size = scene.size();
            g.drawImage(
                    picture,
                    magnified.viewX(0),
                    magnified.viewY(0),
                    magnified.viewLength(size.width()),
                    magnified.viewLength(size.height()));
        }
        LayerContext context = new LayerContext(
                g,
                magnified,
                magnified.visibleRegion(DIAMETER, DIAMETER),
                tokens,
                around.labelFont(),
                around.labelWidths());
        CanvasLayers.paint(context, scene);
        cross(g, tokens);
        g.setStroke(tokens.color("-pw-selection"));
        g.setLineWidth(3);
        g.strokeOval(1.5, 1.5, DIAMETER - 3, DIAMETER - 3);
        place(interaction);
        setVisible(true);
    }

    /** Marks the very place of the pointer without covering it. */
    private static void cross(GraphicsContext g, ThemeTokens tokens) {
        double middle = DIAMETER / 2;
        g.setStroke(tokens.color("-pw-handle"));
        g.setLineWidth(1.2);
        g.strokeLine(middle - 26, middle, middle - 14, middle);
        g.strokeLine(middle + 14, middle, middle + 26, middle);
        g.strokeLine(middle, middle - 26, middle, middle - 14);
        g.strokeLine(middle, middle + 14, middle, middle + 26);
    }

    private void place(Interaction interaction) {
        double x = interaction.pointerX() + DISTANCE - DIAMETER / 2;
        double y = interaction.pointerY() - DISTANCE - DIAMETER / 2;
        double width = getParent().getLayoutBounds().getWidth();
        setLayoutX(x + DIAMETER > width ? interaction.pointerX() - DISTANCE - DIAMETER / 2 : x);
        setLayoutY(y < 0 ? interaction.pointerY() + DISTANCE - DIAMETER / 2 : y);
    }
}
