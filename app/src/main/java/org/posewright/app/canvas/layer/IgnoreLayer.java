package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;

/** Crowds and people without a labelled point, hatched: for the evaluator a detection there is neither right nor wrong. */
public final class IgnoreLayer implements CanvasLayer {

    private static final double SPACING = 9;
    private static final double LINE_WIDTH = 1;

    @Override
    public void paint(LayerContext context, CanvasScene scene) {
        if (!scene.options().groundTruth() || scene.options().hidden()) {
            return;
        }
        for (PersonInstance person : scene.people()) {
            if (person.isIgnoredByEvaluator() && scene.isShown(person) && context.isVisible(person.box())) {
                hatch(context, person.box());
            }
        }
    }

    private static void hatch(LayerContext context, Box box) {
        GraphicsContext g = context.graphics();
        double left = context.viewX(box.x());
        double top = context.viewY(box.y());
        double right = context.viewX(box.right());
        double bottom = context.viewY(box.bottom());
        g.setStroke(context.tokens().color("-pw-ignore"));
        g.setLineWidth(LINE_WIDTH);
        g.setLineDashes(4, 3);
        g.strokeRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        g.setLineDashes();
        double visibleLeft = Math.max(left, context.viewX(context.visible().x()));
        double visibleTop = Math.max(top, context.viewY(context.visible().y()));
        double visibleRight = Math.min(right, context.viewX(context.visible().right()));
        double visibleBottom = Math.min(bottom, context.viewY(context.visible().bottom()));
        double first = Math.ceil((visibleLeft + visibleTop) / SPACING) * SPACING;
        for (double sum = first; sum < visibleRight + visibleBottom; sum += SPACING) {
            double fromX = Math.max(visibleLeft, sum - visibleBottom);
            double toX = Math.min(visibleRight, sum - visibleTop);
            if (fromX < toX) {
                g.strokeLine(fromX, sum - fromX, toX, sum - toX);
            }
        }
    }
}
