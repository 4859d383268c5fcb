package org.posewright.training.augment;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A picture to draw on, for the files of a run folder: smooth lines, discs, boxes and plain text. {@link #close} frees it. */
public final class PictureCanvas implements AutoCloseable {

    private static final int FONT = Imgproc.FONT_HERSHEY_SIMPLEX;
    /** Height of a capital letter at font scale 1. */
    private static final double CAPITAL_PIXELS = 22;

    /** Bits of sub-pixel positions that OpenCV's drawing takes. */
    private static final int SHIFT = 4;

    private static final double SUB_PIXELS = 1 << SHIFT;

    private final Mat pixels;

    private PictureCanvas(Mat pixels) {
        this.pixels = pixels;
    }

    /** A colour, each part from 0 to 255. */
    public record Ink(int red, int green, int blue) {

        public static final Ink WHITE = new Ink(255, 255, 255);
        public static final Ink BLACK = new Ink(0, 0, 0);
        public static final Ink GREY = new Ink(110, 116, 124);
        public static final Ink LIGHT = new Ink(225, 228, 232);

        private static final List<Ink> SERIES = List.of(
                new Ink(0, 114, 178),
                new Ink(213, 94, 0),
                new Ink(0, 158, 115),
                new Ink(204, 121, 167),
                new Ink(230, 159, 0),
                new Ink(86, 180, 233));

        /** Colours that people with any colour vision tell apart (Okabe and Ito). */
        public static Ink ofSeries(int index) {
            return SERIES.get(Math.floorMod(index, SERIES.size()));
        }

        /** From white at 0 to the full first colour of the series at 1. */
        public static Ink shade(double strength) {
            Ink full = ofSeries(0);
            return new Ink((int) (255 - (255 - full.red) * strength), (int) (255 - (255 - full.green) * strength), (int)
                    (255 - (255 - full.blue) * strength));
        }

        private Scalar scalar() {
            return new Scalar(blue, green, red);
        }
    }

    public static PictureCanvas blank(int width, int height, Ink color) {
        Mat pixels = OpenCv.matrix(width, height);
        pixels.setTo(color.scalar());
        return new PictureCanvas(pixels);
    }

    public Picture toPicture() {
        return OpenCv.toPicture(pixels);
    }

    /** Puts a picture into a rectangle, resized to fill it. */
    public void paste(Picture picture, int left, int top, int width, int height) {
        Mat source = OpenCv.toMatrix(picture);
        Mat target = pixels.submat(new Rect(left, top, width, height));
        try {
            boolean isSmaller = width < picture.width();
            Imgproc.resize(
                    source,
                    target,
                    new Size(width, height),
                    0,
                    0,
                    isSmaller ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
        } finally {
            target.release();
            source.release();
        }
    }

    public void line(double x1, double y1, double x2, double y2, Ink ink, int thickness) {
        Imgproc.line(pixels, point(x1, y1), point(x2, y2), ink.scalar(), thickness, Imgproc.LINE_AA, SHIFT);
    }

    /** Joins points; {@code xy} holds x and y in turn. */
    public void polyline(double[] xy, Ink ink, int thickness) {
        for (int i = 2; i + 1 < xy.length; i += 2) {
            line(xy[i - 2], xy[i - 1], xy[i], xy[i + 1], ink, thickness);
        }
    }

    public void disc(double x, double y, double radius, Ink ink) {
        Imgproc.circle(pixels, point(x, y), (int) (radius * SUB_PIXELS), ink.scalar(), -1, Imgproc.LINE_AA, SHIFT);
    }

    public void ring(double x, double y, double radius, Ink ink, int thickness) {
        Imgproc.circle(
                pixels, point(x, y), (int) (radius * SUB_PIXELS), ink.scalar(), thickness, Imgproc.LINE_AA, SHIFT);
    }

    public void frame(double left, double top, double right, double bottom, Ink ink, int thickness) {
        Imgproc.rectangle(
                pixels, point(left, top), point(right, bottom), ink.scalar(), thickness, Imgproc.LINE_8, SHIFT);
    }

    public void fill(double left, double top, double right, double bottom, Ink ink) {
        List<MatOfPoint> corners = new ArrayList<>();
        corners.add(new MatOfPoint(point(left, top), point(right, top), point(right, bottom), point(left, bottom)));
        Imgproc.fillPoly(pixels, corners, ink.scalar(), Imgproc.LINE_8, SHIFT, new Point());
        corners.forEach(Mat::release);
    }

    /** Text whose baseline begins at (x, y); {@code size} is the height of a capital in pixels. */
    public void text(String text, double x, double y, double size, Ink ink) {
        Imgproc.putText(
                pixels, plain(text), new Point(x, y), FONT, size / CAPITAL_PIXELS, ink.scalar(), 1, Imgproc.LINE_AA);
    }

    /** Text that runs upwards, its middle at (x, y). */
    public void textUpwards(String text, double x, double y, double size, Ink ink) {
        int width = (int) textWidth(text, size) + 4;
        int height = (int) (size * 2);
        Mat label = OpenCv.matrix(width, height);
        Mat turned = new Mat();
        try {
            label.setTo(Ink.WHITE.scalar());
            Imgproc.putText(
                    label,
                    plain(text),
                    new Point(2, size * 1.4),
                    FONT,
                    size / CAPITAL_PIXELS,
                    ink.scalar(),
                    1,
                    Imgproc.LINE_AA);
            Core.rotate(label, turned, Core.ROTATE_90_COUNTERCLOCKWISE);
            int left = (int) Math.max(0, Math.min(pixels.cols() - turned.cols(), x - turned.cols() / 2.0));
            int top = (int) Math.max(0, Math.min(pixels.rows() - turned.rows(), y - turned.rows() / 2.0));
            Mat place = pixels.submat(new Rect(left, top, turned.cols(), turned.rows()));
            turned.copyTo(place);
            place.release();
        } finally {
            label.release();
            turned.release();
        }
    }

    public static double textWidth(String text, double size) {
        OpenCv.load();
        return Imgproc.getTextSize(plain(text), FONT, size / CAPITAL_PIXELS, 1, null).width;
    }

    /** The built-in font knows ASCII only. */
    private static String plain(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static Point point(double x, double y) {
        return new Point(x * SUB_PIXELS, y * SUB_PIXELS);
    }

    @Override
    public void close() {
        pixels.release();
    }
}
