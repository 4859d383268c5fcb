package org.posewright.app.report;

import java.util.List;
import java.util.Locale;

/** Small charts as SVG text: curves over [0, 1] × [0, 1], and horizontal bars. Colours are classes of the page's style sheet. */
final class SvgChart {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 280;
    private static final int LEFT = 42;
    private static final int BOTTOM = 34;
    private static final int TOP = 12;
    private static final int RIGHT = 12;
    private static final int BAR_HEIGHT = 18;
    private static final int BAR_LABEL = 178;

    private SvgChart() {}

    /**
     * A curve to draw.
     *
     * @param y values in [0, 1] at equally spaced x over the whole axis; negative values mean "not defined" and are left out
     */
    record Curve(String name, double[] y) {}

    /**
     * What runs to the right.
     *
     * @param ticks parts that it is marked in
     */
    record Axis(String name, double from, double to, int ticks) {

        String label(double share) {
            double value = from + share * (to - from);
            boolean tenths = Math.abs(10 * value - Math.rint(10 * value)) < 1e-6;
            return format(tenths ? "%.1f" : "%.2f", value);
        }
    }

    /**
     * A bar.
     *
     * @param value its length, of {@code scale}
     * @param text what stands behind it
     */
    record Bar(String name, double value, String text) {}

    /** Curves over [0, 1]. */
    static String curves(String title, String xLabel, String yLabel, List<Curve> curves) {
        return curves(title, new Axis(xLabel, 0, 1, 5), yLabel, curves);
    }

    static String curves(String title, Axis axis, String yLabel, List<Curve> curves) {
        StringBuilder svg = new StringBuilder();
        svg.append(format("<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, HEIGHT, Html.text(title)));
        for (int tick = 0; tick <= 5; tick++) {
            double at = tick / 5.0;
            svg.append(
                    format("<line class='grid' x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f'/>", x(0), x(1), y(at), y(at)));
            svg.append(format(
                    "<text class='tick' x='%.1f' y='%.1f' text-anchor='end'>%.1f</text>", x(0) - 6, y(at) + 4, at));
        }
        for (int tick = 0; tick <= axis.ticks(); tick++) {
            double share = (double) tick / axis.ticks();
            svg.append(format(
                    "<text class='tick' x='%.1f' y='%.1f' text-anchor='middle'>%s</text>",
                    x(share), y(0) + 16, axis.label(share)));
        }
        for (int i = 0; i < curves.size(); i++) {
            svg.append(format(
                    "<polyline class='curve c%d' points='%s'/>",
                    i, points(curves.get(i).y())));
            svg.append(format(
                    "<text class='legend c%d' x='%.1f' y='%d' text-anchor='end'>%s</text>",
                    i, x(1) - 6, TOP + 16 + 15 * i, Html.text(curves.get(i).name())));
        }
        svg.append(format(
                "<text class='tick' x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                x(0.5), HEIGHT - 4, Html.text(axis.name())));
        svg.append(format(
                "<text class='tick' x='12' y='%.1f' text-anchor='middle' transform='rotate(-90 12 %.1f)'>%s</text>",
                y(0.5), y(0.5), Html.text(yLabel)));
        return svg.append("</svg>").toString();
    }

    static String bars(String title, double scale, List<Bar> bars) {
        int height = bars.size() * (BAR_HEIGHT + 6) + 6;
        int room = WIDTH - BAR_LABEL - 90;
        StringBuilder svg = new StringBuilder();
        svg.append(format("<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, height, Html.text(title)));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int top = 6 + i * (BAR_HEIGHT + 6);
            double length = scale <= 0 || !(bar.value() > 0) ? 0 : Math.min(1, bar.value() / scale) * room;
            svg.append(format(
                    "<text class='label' x='%d' y='%d' text-anchor='end'>%s</text>",
                    BAR_LABEL - 8, top + 13, Html.text(bar.name())));
            svg.append(format(
                    "<rect class='bar' x='%d' y='%d' width='%.1f' height='%d' rx='3'/>",
                    BAR_LABEL, top, length, BAR_HEIGHT));
            svg.append(format(
                    "<text class='tick' x='%.1f' y='%d'>%s</text>",
                    BAR_LABEL + length + 6, top + 13, Html.text(bar.text())));
        }
        return svg.append("</svg>").toString();
    }

    private static String points(double[] values) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= 0) {
                points.append(format("%.1f,%.1f ", x(i / (double) Math.max(1, values.length - 1)), y(values[i])));
            }
        }
        return points.toString();
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
