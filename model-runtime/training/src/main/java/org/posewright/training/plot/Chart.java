package org.posewright.training.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.posewright.training.augment.PictureCanvas;
import org.posewright.training.augment.PictureCanvas.Ink;

/**
 * A line chart with axes, ticks, grid and, for more than one series, a legend.
 *
 * @param unitAxes whether both axes run from 0 to 1
 */
record Chart(String title, String xLabel, String yLabel, List<Series> series, boolean unitAxes) {

    private static final double LETTER = 9;
    private static final double TITLE_LETTER = 11;
    private static final int LEFT_MARGIN = 62;
    private static final int BOTTOM_MARGIN = 42;
    private static final int TOP_MARGIN = 30;
    private static final int RIGHT_MARGIN = 18;
    private static final double TICK_GAP = 6;

    /**
     * One line.
     *
     * @param ys as many as {@code xs}; values that are not finite leave a gap
     * @param hasDots whether each value gets a dot
     */
    record Series(String name, double[] xs, double[] ys, Ink ink, int thickness, boolean hasDots) {

        boolean hasWholeXs() {
            return Arrays.stream(xs).allMatch(x -> x == Math.rint(x));
        }

        static Series line(String name, double[] xs, double[] ys, int number) {
            return new Series(name, xs, ys, Ink.ofSeries(number), 2, false);
        }
    }

    Chart {
        series = List.copyOf(series);
    }

    /** Paints the chart into a rectangle of the canvas. */
    void paint(PictureCanvas canvas, double left, double top, double width, double height) {
        Area area = new Area(
                left + LEFT_MARGIN, top + TOP_MARGIN, left + width - RIGHT_MARGIN, top + height - BOTTOM_MARGIN);
        Axis xAxis = unitAxes ? Axis.unit() : axis(true, 6);
        Axis yAxis = unitAxes ? Axis.unit() : axis(false, 5);
        double titleWidth = PictureCanvas.textWidth(title, TITLE_LETTER);
        canvas.text(title, (area.left + area.right - titleWidth) / 2, top + TOP_MARGIN - 10, TITLE_LETTER, Ink.BLACK);
        grid(canvas, area, xAxis, yAxis);
        for (Series one : series) {
            draw(canvas, area, xAxis, yAxis, one);
        }
        double labelWidth = PictureCanvas.textWidth(xLabel, LETTER);
        canvas.text(
                xLabel, (area.left + area.right - labelWidth) / 2, area.bottom + BOTTOM_MARGIN - 8, LETTER, Ink.BLACK);
        if (!yLabel.isEmpty()) {
            canvas.textUpwards(yLabel, left + 10, (area.top + area.bottom) / 2, LETTER, Ink.BLACK);
        }
        legend(canvas, area);
    }

    private record Area(double left, double top, double right, double bottom) {

        double x(Axis axis, double value) {
            return left + axis.position(value) * (right - left);
        }

        double y(Axis axis, double value) {
            return bottom - axis.position(value) * (bottom - top);
        }
    }

    private Axis axis(boolean isX, int ticks) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (double value : isX ? one.xs : one.ys) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return Axis.unit();
        }
        Axis covering = Axis.covering(low, high, ticks);
        return isX && series.stream().allMatch(Series::hasWholeXs) ? covering.whole() : covering;
    }

    private static void grid(PictureCanvas canvas, Area area, Axis xAxis, Axis yAxis) {
        for (double tick : xAxis.ticks()) {
            double x = area.x(xAxis, tick);
            canvas.line(x, area.top, x, area.bottom, Ink.LIGHT, 1);
            String label = xAxis.label(tick);
            canvas.text(
                    label,
                    x - PictureCanvas.textWidth(label, LETTER) / 2,
                    area.bottom + LETTER + TICK_GAP,
                    LETTER,
                    Ink.GREY);
        }
        for (double tick : yAxis.ticks()) {
            double y = area.y(yAxis, tick);
            canvas.line(area.left, y, area.right, y, Ink.LIGHT, 1);
            String label = yAxis.label(tick);
            canvas.text(
                    label,
                    area.left - PictureCanvas.textWidth(label, LETTER) - TICK_GAP,
                    y + LETTER / 2,
                    LETTER,
                    Ink.GREY);
        }
        canvas.line(area.left, area.top, area.left, area.bottom, Ink.GREY, 1);
        canvas.line(area.left, area.bottom, area.right, area.bottom, Ink.GREY, 1);
    }

    private static void draw(PictureCanvas canvas, Area area, Axis xAxis, Axis yAxis, Series series) {
        List<Double> run = new ArrayList<>();
        for (int i = 0; i < series.xs.length; i++) {
            if (Double.isFinite(series.ys[i])) {
                double x = area.x(xAxis, series.xs[i]);
                double y = area.y(yAxis, Math.max(yAxis.low(), Math.min(yAxis.high(), series.ys[i])));
                run.add(x);
                run.add(y);
                if (series.hasDots) {
                    canvas.disc(x, y, 2.6, series.ink);
                }
            } else {
                canvas.polyline(array(run), series.ink, series.thickness);
                run.clear();
            }
        }
        canvas.polyline(array(run), series.ink, series.thickness);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void legend(PictureCanvas canvas, Area area) {
        List<Series> named = series.stream().filter(s -> !s.name.isEmpty()).toList();
        if (named.isEmpty()) {
            return;
        }
        double width = named.stream()
                .mapToDouble(s -> PictureCanvas.textWidth(s.name, LETTER))
                .max()
                .orElse(0);
        double row = LETTER + 8;
        double left = area.right - width - 40;
        double top = area.top + 4;
        canvas.fill(left, top, area.right - 4, top + named.size() * row + 6, Ink.WHITE);
        canvas.frame(left, top, area.right - 4, top + named.size() * row + 6, Ink.LIGHT, 1);
        for (int i = 0; i < named.size(); i++) {
            double y = top + 4 + row * (i + 0.5);
            canvas.line(left + 6, y, left + 24, y, named.get(i).ink, 2);
            canvas.text(named.get(i).name, left + 30, y + LETTER / 2, LETTER, Ink.BLACK);
        }
    }
}
