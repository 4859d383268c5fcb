package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** The shapes that tell labels from predictions and visible from hidden, in view units. */
final class SkeletonPainter {

    static final double POINT_RADIUS = 4.6;
    private static final double LIMB_WIDTH = 2.8;
    private static final double PREDICTION_WIDTH = 2.2;
    private static final double OUTLINE = 1.3;
    private static final double DASH = 6;
    private static final double GAP = 5;
    private static final double FAINTEST = 0.22;
    private static final double CONFIDENT = 0.5;

    private SkeletonPainter() {}

    static void solidLimb(GraphicsContext g, Color color, double x1, double y1, double x2, double y2) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setStroke(color);
        g.setLineWidth(LIMB_WIDTH);
        g.strokeLine(x1, y1, x2, y2);
    }

    static void dashedLimb(GraphicsContext g, Color color, double x1, double y1, double x2, double y2) {
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(DASH, GAP);
        g.setStroke(color);
        g.setLineWidth(PREDICTION_WIDTH);
        g.strokeLine(x1, y1, x2, y2);
        g.setLineDashes();
    }

    /** v = 2: a plain disc. */
    static void visibleDisc(GraphicsContext g, Color color, Color outline, double x, double y, double radius) {
        g.setFill(outline);
        g.fillOval(x - radius - OUTLINE, y - radius - OUTLINE, 2 * (radius + OUTLINE), 2 * (radius + OUTLINE));
        g.setFill(color);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** v = 1: a disc with a dark ring and a hollow middle. */
    static void hiddenDisc(GraphicsContext g, Color color, Color ring, double x, double y, double radius) {
        circle(g, ring, x, y, radius + OUTLINE / 2, OUTLINE);
        circle(g, color, x, y, radius - 0.7, 2.1);
        circle(g, ring, x, y, radius - 2.4, 1.5);
    }

    /** What a model says: a ring. */
    static void ring(GraphicsContext g, Color color, double x, double y, double radius) {
        circle(g, color, x, y, radius, PREDICTION_WIDTH);
    }

    static void circle(GraphicsContext g, Color color, double x, double y, double radius, double width) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Low confidence is drawn faint, never dropped. */
    static double opacityOf(double confidence) {
        return FAINTEST + (1 - FAINTEST) * Math.min(1, Math.max(0, confidence) / CONFIDENT);
    }
}
