package org.posewright.app.canvas.layer;

import javafx.scene.canvas.GraphicsContext;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;

/** Boxes: thin solid lines for labels, dashed for predictions. */
public final class BoxLayer implements CanvasLayer {

    private static final double LABEL_WIDTH = 1.6;
    private static final double PREDICTION_WIDTH = 1.2;

    @Override
    public void paint(LayerContext context, CanvasScene scene) {
        OverlayOptions options = scene.options();
        if (!options.boxes() || options.hidden()) {
            return;
        }
        GraphicsContext g = context.graphics();
        for (int ordinal = 0; options.groundTruth() && ordinal < scene.people().size(); ordinal++) {
            PersonInstance person = scene.people().get(ordinal);
            if (scene.isShown(person) && !person.crowd() && context.isVisible(person.box())) {
                g.setStroke(SkeletonColors.ofPerson(ordinal, context.tokens()));
                g.setLineWidth(LABEL_WIDTH);
                stroke(context, person.box());
            }
        }
        if (options.prediction()) {
            g.setStroke(context.tokens().color("-pw-box"));
            g.setLineWidth(PREDICTION_WIDTH);
            g.setLineDashes(5, 4);
            for (PosePrediction prediction : scene.predictions()) {
                if (context.isVisible(prediction.box())) {
                    stroke(context, prediction.box());
                }
            }
            g.setLineDashes();
        }
    }

    private static void stroke(LayerContext context, Box box) {
        double x = context.viewX(box.x());
        double y = context.viewY(box.y());
        double width = context.transform().viewLength(Math.max(0, box.width()));
        double height = context.transform().viewLength(Math.max(0, box.height()));
        context.graphics().strokeRect(x, y, width, height);
    }
}
