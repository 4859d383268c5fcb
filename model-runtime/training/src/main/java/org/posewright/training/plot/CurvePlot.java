package org.posewright.training.plot;

import java.util.ArrayList;
import java.util.List;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureCanvas;
import org.posewright.training.augment.PictureCanvas.Ink;

/** A square plot of curves between 0 and 1: precision over recall, and precision, recall and F1 over confidence. */
public final class CurvePlot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 640;

    private CurvePlot() {}

    /**
     * A named curve.
     *
     * @param ys as many as {@code xs}
     */
    public record Curve(String name, double[] xs, double[] ys) {}

    public static Picture draw(String title, String xLabel, String yLabel, List<Curve> curves) {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            series.add(Chart.Series.line(curve.name, curve.xs, curve.ys, i));
        }
        try (PictureCanvas canvas = PictureCanvas.blank(WIDTH, HEIGHT, Ink.WHITE)) {
            new Chart(title, xLabel, yLabel, series, true).paint(canvas, 0, 0, WIDTH, HEIGHT);
            return canvas.toPicture();
        }
    }
}
