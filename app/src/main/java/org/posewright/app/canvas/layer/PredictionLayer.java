package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;

/** What the model says: rings with dashed limbs; points of low confidence faint. */
public final class PredictionLayer implements CanvasLayer {

    private static final double QUESTION_RADIUS = 9.5;

    @Override
    public void paint(LayerContext context, CanvasScene scene) {
        OverlayOptions options = scene.options();
        if (!options.prediction() || options.hidden()) {
            return;
        }
        SkeletonColors colors = new SkeletonColors(scene.skeleton(), options.palette(), context.tokens());
        for (int ordinal = 0; ordinal < scene.predictions().size(); ordinal++) {
            PosePrediction prediction = scene.predictions().get(ordinal);
            if (prediction.keypoints().size() == scene.skeleton().size() && context.isVisible(prediction.box())) {
                if (scene.selection().prediction() == ordinal) {
                    paintSelected(context, prediction.box());
                }
                paintLimbs(context, scene, prediction, colors, ordinal);
                paintRings(context, scene, prediction, colors, ordinal);
            }
        }
        context.graphics().setGlobalAlpha(1);
    }

    private static double opacity(CanvasScene scene, int ordinal) {
        return scene.options().predictionOpacity() * scene.focus().ofPrediction(ordinal);
    }

    /** A dashed frame around the prediction that would be accepted. */
    private static void paintSelected(LayerContext context, Box box) {
        GraphicsContext g = context.graphics();
        g.setGlobalAlpha(1);
        g.setStroke(context.tokens().color("-pw-selection"));
        g.setLineWidth(2);
        g.setLineDashes(7, 4);
        g.strokeRect(
                context.viewX(box.x()),
                context.viewY(box.y()),
                context.transform().viewLength(Math.max(0, box.width())),
                context.transform().viewLength(Math.max(0, box.height())));
        g.setLineDashes();
    }

    private static void paintLimbs(
            LayerContext context, CanvasScene scene, PosePrediction prediction, SkeletonColors colors, int ordinal) {
        GraphicsContext g = context.graphics();
        for (Skeleton.Limb limb : scene.skeleton().limbs()) {
            ScoredKeypoint from = prediction.keypoints().get(limb.from());
            ScoredKeypoint to = prediction.keypoints().get(limb.to());
            double confidence = Math.min(from.confidence(), to.confidence());
            g.setGlobalAlpha(opacity(scene, ordinal) * SkeletonPainter.opacityOf(confidence) * 0.9);
            SkeletonPainter.dashedLimb(
                    g,
                    colors.ofLimb(limb, ordinal),
                    context.viewX(from.x()),
                    context.viewY(from.y()),
                    context.viewX(to.x()),
                    context.viewY(to.y()));
        }
    }

    private static void paintRings(
            LayerContext context, CanvasScene scene, PosePrediction prediction, SkeletonColors colors, int ordinal) {
        GraphicsContext g = context.graphics();
        for (int i = 0; i < prediction.keypoints().size(); i++) {
            ScoredKeypoint point = prediction.keypoints().get(i);
            g.setGlobalAlpha(opacity(scene, ordinal) * SkeletonPainter.opacityOf(point.confidence()));
            SkeletonPainter.ring(
                    g,
                    colors.ofPoint(i, ordinal),
                    context.viewX(point.x()),
                    context.viewY(point.y()),
                    SkeletonPainter.POINT_RADIUS + 0.6);
            if (scene.focus().isInQuestion(ordinal, i)) {
                g.setGlobalAlpha(1);
                SkeletonPainter.circle(
                        g,
                        context.tokens().color("-pw-selection"),
                        context.viewX(point.x()),
                        context.viewY(point.y()),
                        QUESTION_RADIUS,
                        1.6);
            }
        }
    }
}
