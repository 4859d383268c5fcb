package org.posewright.app.canvas.geometry;

import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;

/**
 * Where image pixels are on the screen: {@code view = image * scale + offset}. The only place that multiplies by the zoom.
 *
 * @param scale view units for one image pixel
 * @param offsetX view x of the image's left edge
 * @param offsetY view y of the image's top edge
 */
public record ViewTransform(double scale, double offsetX, double offsetY) {

    public static final ViewTransform IDENTITY = new ViewTransform(1, 0, 0);

    /** Zoom limits: a huge picture still fits, a pixel still fits. */
    public static final double MIN_SCALE = 0.01;

    public static final double MAX_SCALE = 64;

    /** The whole picture, centred, with a margin in view units around it. */
    public static ViewTransform fit(ImageSize image, double viewWidth, double viewHeight, double margin) {
        return fitBox(new Box(0, 0, image.width(), image.height()), viewWidth, viewHeight, margin);
    }

    /** A region of the picture, centred, as large as the margin allows. */
    public static ViewTransform fitBox(Box region, double viewWidth, double viewHeight, double margin) {
        double width = Math.max(1, viewWidth - 2 * margin);
        double height = Math.max(1, viewHeight - 2 * margin);
        double scale = clamp(Math.min(width / Math.max(1, region.width()), height / Math.max(1, region.height())));
        return centered(region.centerX(), region.centerY(), scale, viewWidth, viewHeight);
    }

    /** An image point in the middle of the view. */
    public static ViewTransform centered(
            double imageX, double imageY, double scale, double viewWidth, double viewHeight) {
        double bounded = clamp(scale);
        return new ViewTransform(bounded, viewWidth / 2 - imageX * bounded, viewHeight / 2 - imageY * bounded);
    }

    public double viewX(double imageX) {
        return imageX * scale + offsetX;
    }

    public double viewY(double imageY) {
        return imageY * scale + offsetY;
    }

    public double imageX(double viewX) {
        return (viewX - offsetX) / scale;
    }

    public double imageY(double viewY) {
        return (viewY - offsetY) / scale;
    }

    /** A screen length in image pixels. */
    public double imageLength(double viewLength) {
        return viewLength / scale;
    }

    public double viewLength(double imageLength) {
        return imageLength * scale;
    }

    /** Zooms so that the image point under (viewX, viewY) stays there. */
    public ViewTransform zoomedAt(double viewX, double viewY, double factor) {
        double newScale = clamp(scale * factor);
        return new ViewTransform(newScale, viewX - imageX(viewX) * newScale, viewY - imageY(viewY) * newScale);
    }

    public ViewTransform panned(double viewDx, double viewDy) {
        return new ViewTransform(scale, offsetX + viewDx, offsetY + viewDy);
    }

    /** The part of image space that a view shows. */
    public Box visibleRegion(double viewWidth, double viewHeight) {
        return Box.ofCorners(imageX(0), imageY(0), imageX(viewWidth), imageY(viewHeight));
    }

    private static double clamp(double scale) {
        return Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale));
    }
}
