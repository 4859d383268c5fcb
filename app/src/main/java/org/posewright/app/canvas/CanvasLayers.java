package org.posewright.app.canvas;

import java.util.List;
import org.posewright.app.canvas.layer.BoxLayer;
import org.posewright.app.canvas.layer.CanvasLayer;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.ErrorVectorLayer;
import org.posewright.app.canvas.layer.GroundTruthLayer;
import org.posewright.app.canvas.layer.IgnoreLayer;
import org.posewright.app.canvas.layer.LayerContext;
import org.posewright.app.canvas.layer.NameLayer;
import org.posewright.app.canvas.layer.PredictionLayer;

/** The layers in the order in which they lie over the picture. */
final class CanvasLayers {

    private static final List<CanvasLayer> BOTTOM_TO_TOP = List.of(
            new IgnoreLayer(),
            new BoxLayer(),
            new GroundTruthLayer(),
            new PredictionLayer(),
            new ErrorVectorLayer(),
            new NameLayer());

    private CanvasLayers() {}

    static void paint(LayerContext context, CanvasScene scene) {
        BOTTOM_TO_TOP.forEach(layer -> layer.paint(context, scene));
    }
}
