package org.posewright.app.canvas.layer;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;

/** Names of the selected person's points, or of everybody's when nobody is selected. */
public final class NameLayer implements CanvasLayer {

    private static final double OFFSET = 8;

    @Override
    public void paint(LayerContext context, CanvasScene scene) {
        OverlayOptions options = scene.options();
        if (!options.names() || options.hidden() || !options.groundTruth()) {
            return;
        }
        boolean everybody = scene.selection().people().isEmpty();
        for (PersonInstance person : scene.people()) {
            if ((everybody || scene.isSelected(person)) && scene.isShown(person) && !person.crowd()) {
                paint(context, scene, person.keypoints());
            }
        }
    }

    private static void paint(LayerContext context, CanvasScene scene, Keypoints points) {
        GraphicsContext g = context.graphics();
        g.setFont(context.labelFont());
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(3);
        for (int i = 0; i < points.size(); i++) {
            boolean visible = points.isLabeled(i) && context.visible().contains(points.x(i), points.y(i));
            if (visible
                    && !(scene.selection().hasKeypoint() && scene.selection().keypoint() == i)) {
                double x = context.viewX(points.x(i)) + OFFSET;
                double y = context.viewY(points.y(i));
                String name = scene.skeleton().keypointNames().get(i).replace('_', ' ');
                g.setStroke(context.tokens().color("-pw-label-background"));
                g.strokeText(name, x, y);
                g.setFill(context.tokens().color("-pw-label-text"));
                g.fillText(name, x, y);
            }
        }
    }
}
