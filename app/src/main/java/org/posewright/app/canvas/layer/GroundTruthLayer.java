package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/** Labels: filled discs with solid limbs; v = 1 hollow with a dark ring, v = 0 not drawn. */
public final class GroundTruthLayer implements CanvasLayer {

    private static final double OTHERS_OPACITY = 0.9;

    @Override
    public void paint(LayerContext context, CanvasScene scene) {
        if (!scene.options().groundTruth() || scene.options().hidden()) {
            return;
        }
        GraphicsContext g = context.graphics();
        SkeletonColors colors =
                new SkeletonColors(scene.skeleton(), scene.options().palette(), context.tokens());
        for (int ordinal = 0; ordinal < scene.people().size(); ordinal++) {
            PersonInstance person = scene.people().get(ordinal);
            Box extent = person.keypoints().labeledExtent().orElse(person.box());
            if (person.crowd() || !scene.isShown(person) || !context.isVisible(extent)) {
                continue;
            }
            g.setGlobalAlpha(scene.options().groundTruthOpacity()
                    * scene.focus().ofPerson(person.id())
                    * (scene.isSelected(person) ? 1 : OTHERS_OPACITY));
            paintLimbs(context, scene.skeleton(), person.keypoints(), colors, ordinal);
            paintPoints(context, person.keypoints(), colors, ordinal);
        }
        g.setGlobalAlpha(1);
    }

    private static void paintLimbs(
            LayerContext context, Skeleton skeleton, Keypoints points, SkeletonColors colors, int ordinal) {
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (points.isLabeled(limb.from()) && points.isLabeled(limb.to())) {
                SkeletonPainter.solidLimb(
                        context.graphics(),
                        colors.ofLimb(limb, ordinal),
                        context.viewX(points.x(limb.from())),
                        context.viewY(points.y(limb.from())),
                        context.viewX(points.x(limb.to())),
                        context.viewY(points.y(limb.to())));
            }
        }
    }

    private static void paintPoints(LayerContext context, Keypoints points, SkeletonColors colors, int ordinal) {
        Color outline = context.tokens().color("-pw-outline");
        Color hidden = context.tokens().color("-pw-hidden-ring");
        for (int i = 0; i < points.size(); i++) {
            double x = context.viewX(points.x(i));
            double y = context.viewY(points.y(i));
            Color color = colors.ofPoint(i, ordinal);
            if (points.visibility(i) == Visibility.VISIBLE) {
                SkeletonPainter.visibleDisc(context.graphics(), color, outline, x, y, SkeletonPainter.POINT_RADIUS);
            } else if (points.visibility(i) == Visibility.OCCLUDED) {
                SkeletonPainter.hiddenDisc(context.graphics(), color, hidden, x, y, SkeletonPainter.POINT_RADIUS + 0.6);
            }
        }
    }
}
