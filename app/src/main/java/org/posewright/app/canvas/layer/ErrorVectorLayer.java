package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;

/** A red line from each label to the point the model would have. */
public final class ErrorVectorLayer implements CanvasLayer {

    private static final double LINE_WIDTH = 1.8;
    private static final double SHORTEST = 2;

    @Override
    public void paint(LayerContext context, CanvasScene scene) {
        if (!scene.options().errors() || scene.options().hidden()) {
            return;
        }
        GraphicsContext g = context.graphics();
        g.setStroke(context.tokens().color("-pw-error-vector"));
        g.setLineWidth(LINE_WIDTH);
        Long solo = scene.options().solo();
        for (CanvasScene.ErrorVector vector : scene.errors()) {
            double fromX = context.viewX(vector.fromX());
            double fromY = context.viewY(vector.fromY());
            double toX = context.viewX(vector.toX());
            double toY = context.viewY(vector.toY());
            boolean shown = solo == null || solo == vector.personId();
            if (shown && Math.hypot(toX - fromX, toY - fromY) >= SHORTEST) {
                g.strokeLine(fromX, fromY, toX, toY);
            }
        }
    }
}
