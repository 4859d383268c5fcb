package org.posewright.training.augment;

import java.util.Arrays;

/** A box by its edges, in pixels of the sample. */
public record SampleBox(double left, double top, double right, double bottom) {

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    /** Whether a point of the sample lies in the box or on its edge. */
    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    SampleBox clippedTo(double width, double height) {
        return new SampleBox(clamp(left, width), clamp(top, height), clamp(right, width), clamp(bottom, height));
    }

    /** The axis-parallel hull of the four mapped corners. */
    SampleBox mapped(PlaneTransform transform) {
        double[] xs = {
            transform.x(left, top), transform.x(right, top), transform.x(right, bottom), transform.x(left, bottom)
        };
        double[] ys = {
            transform.y(left, top), transform.y(right, top), transform.y(right, bottom), transform.y(left, bottom)
        };
        Arrays.sort(xs);
        Arrays.sort(ys);
        return new SampleBox(xs[0], ys[0], xs[3], ys[3]);
    }

    private static double clamp(double value, double highest) {
        return Math.max(0, Math.min(highest, value));
    }
}
