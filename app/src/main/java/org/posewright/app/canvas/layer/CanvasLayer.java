package org.posewright.app.canvas.layer;

/** One kind of thing over the picture. Stateless: paints what the scene says, culls what is off the screen. */
public interface CanvasLayer {

    void paint(LayerContext context, CanvasScene scene);
}
