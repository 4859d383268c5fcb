package org.posewright.runtime.image;

import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Anti-aliased strokes at sub-pixel positions on one matrix; widths follow the picture's size. */
final class Brush {

    /** Binary digits after the point in OpenCV's fixed-point coordinates. */
    private static final int FRACTION_BITS = 4;
    /** Far beyond any picture; keeps fixed-point coordinates within 32 bits. */
    private static final double FARTHEST = 1e6;

    private static final double WIDTH_SHARE = 0.0025;
    private static final double DASH_WIDTHS = 4;

    private final Mat target;
    private final int width;

    Brush(Mat target) {
        this.target = target;
        this.width = Math.max(1, (int) Math.round((target.cols() + target.rows()) / 2.0 * WIDTH_SHARE));
    }

    int width() {
        return width;
    }

    void line(double x1, double y1, double x2, double y2, Scalar color, int thickness) {
        Imgproc.line(target, fixed(x1, y1), fixed(x2, y2), color, thickness, Imgproc.LINE_AA, FRACTION_BITS);
    }

    void dashedLine(double x1, double y1, double x2, double y2, Scalar color, int thickness) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        int dashes = (int) Math.max(1, Math.round(length / (2 * DASH_WIDTHS * width)));
        for (int i = 0; i < dashes; i++) {
            double from = i / (double) dashes;
            double to = (i + 0.5) / dashes;
            line(
                    x1 + (x2 - x1) * from,
                    y1 + (y2 - y1) * from,
                    x1 + (x2 - x1) * to,
                    y1 + (y2 - y1) * to,
                    color,
                    thickness);
        }
    }

    void disc(double x, double y, double radius, Scalar color) {
        circle(x, y, radius, color, Imgproc.FILLED);
    }

    void circle(double x, double y, double radius, Scalar color, int thickness) {
        int fixedRadius = (int) Math.round(radius * (1 << FRACTION_BITS));
        Imgproc.circle(target, fixed(x, y), fixedRadius, color, thickness, Imgproc.LINE_AA, FRACTION_BITS);
    }

    void rectangle(double left, double top, double right, double bottom, Scalar color, int thickness) {
        Imgproc.rectangle(
                target, fixed(left, top), fixed(right, bottom), color, thickness, Imgproc.LINE_AA, FRACTION_BITS);
    }

    /** Text in OpenCV's built-in letters, which are ASCII only. */
    void text(String ascii, double x, double y, Scalar color) {
        double scale = 0.2 + 0.15 * width;
        Point at = new Point(Math.round(x), Math.round(y));
        Scalar shadow = new Scalar(0, 0, 0);
        Imgproc.putText(target, ascii, at, Imgproc.FONT_HERSHEY_SIMPLEX, scale, shadow, width + 1, Imgproc.LINE_AA);
        Imgproc.putText(target, ascii, at, Imgproc.FONT_HERSHEY_SIMPLEX, scale, color, width, Imgproc.LINE_AA);
    }

    private static Point fixed(double x, double y) {
        // Pixel centres lie at .5 in picture coordinates and at whole numbers in OpenCV's.
        return new Point(fixed(x), fixed(y));
    }

    private static double fixed(double coordinate) {
        double near = Math.max(-FARTHEST, Math.min(FARTHEST, coordinate - 0.5));
        return Math.rint(near * (1 << FRACTION_BITS));
    }
}
