package org.posewright.training.plot;

import java.util.List;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureCanvas;
import org.posewright.training.augment.PictureCanvas.Ink;
import org.posewright.training.run.ResultsRow;

/** {@code results.png}: losses and metrics over epochs in the reference's arrangement, dots with a smoothed line. */
public final class ResultsPlot {

    /** Columns of {@code results.csv}, from 0, row after row. */
    private static final int[] PANELS = {2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16, 17, 18, 19, 9, 10, 13, 14};

    private static final int COLUMNS = 9;
    private static final int PANEL_WIDTH = 300;
    private static final int PANEL_HEIGHT = 280;
    private static final double SIGMA_EPOCHS = 3;

    private ResultsPlot() {}

    /**
     * @param rows values in the order of {@link ResultsRow#COLUMNS}
     */
    public static Picture draw(List<double[]> rows) {
        int lines = (PANELS.length + COLUMNS - 1) / COLUMNS;
        try (PictureCanvas canvas = PictureCanvas.blank(COLUMNS * PANEL_WIDTH, lines * PANEL_HEIGHT, Ink.WHITE)) {
            for (int i = 0; i < PANELS.length; i++) {
                panel(rows, PANELS[i])
                        .paint(
                                canvas,
                                i % COLUMNS * PANEL_WIDTH,
                                i / COLUMNS * PANEL_HEIGHT,
                                PANEL_WIDTH,
                                PANEL_HEIGHT);
            }
            return canvas.toPicture();
        }
    }

    private static Chart panel(List<double[]> rows, int column) {
        double[] epochs = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] values = rows.stream().mapToDouble(row -> row[column]).toArray();
        List<Chart.Series> series = List.of(
                new Chart.Series("", epochs, values, Ink.ofSeries(0), 1, true),
                new Chart.Series("", epochs, smoothed(values), Ink.ofSeries(1), 2, false));
        return new Chart(ResultsRow.COLUMNS.get(column), "epoch", "", series, false);
    }

    /** A Gaussian average, its weights renewed at the ends. */
    static double[] smoothed(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = 0; j < values.length; j++) {
                double distance = (i - j) / SIGMA_EPOCHS;
                double weight = Math.exp(-distance * distance / 2);
                if (Double.isFinite(values[j])) {
                    sum += weight * values[j];
                    weights += weight;
                }
            }
            smooth[i] = sum / weights;
        }
        return smooth;
    }
}
