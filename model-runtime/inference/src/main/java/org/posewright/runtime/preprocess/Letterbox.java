package org.posewright.runtime.preprocess;

import org.posewright.annotations.model.ImageSize;

/**
 * Where a picture lies in a network input: scaled to {@code resized}, then padded to {@code input}. Image pixels are those of the
 * upright picture, input pixels those of the network.
 *
 * @param scaleX input pixels for one image pixel, unrounded; used for mapping
 * @param scaleY as {@code scaleX}; the same number except where a loader fixes another
 * @param left padding in input pixels
 * @param top padding in input pixels
 * @param recorded whether padding and scale were kept from loading (validation), so that every rule maps with them
 */
public record Letterbox(
        ImageSize image,
        InputSize input,
        InputSize resized,
        int left,
        int top,
        double scaleX,
        double scaleY,
        boolean recorded) {

    /** Grey level of the padding in all three channels. */
    public static final int FILL = 114;

    /** Half minus this sends an odd padding pixel to the right and below; from the reference's rounding. */
    private static final double ROUNDING_BIAS = 0.1;

    public Letterbox {
        if (left < 0 || top < 0 || left + resized.width() > input.width() || top + resized.height() > input.height()) {
            throw new IllegalArgumentException("a picture of " + resized + " at (" + left + ", " + top
                    + ") does not fit into a network input of " + input);
        }
    }

    /** Fits a picture into a target, both sides of which are multiples of the stride. */
    public static Letterbox fit(ImageSize image, InputSize target, LetterboxOptions options) {
        double ratio = Math.min(target.height() / (double) image.height(), target.width() / (double) image.width());
        if (!options.scaleUp()) {
            ratio = Math.min(ratio, 1);
        }
        InputSize resized = new InputSize(Math.max(1, (int) Math.rint(image.width() * ratio)), Math.max(1, (int)
                Math.rint(image.height() * ratio)));
        int padX = target.width() - resized.width();
        int padY = target.height() - resized.height();
        if (options.minimumRectangle()) {
            padX %= options.stride();
            padY %= options.stride();
        }
        InputSize input = new InputSize(resized.width() + padX, resized.height() + padY);
        int left = options.centered() ? leading(padX) : 0;
        int top = options.centered() ? leading(padY) : 0;
        return new Letterbox(image, input, resized, left, top, ratio, ratio, false);
    }

    /**
     * The geometry of the reference's validation loader: long side to {@code longSide} (rounded up), then centred in the batch
     * shape without enlarging.
     */
    public static Letterbox validation(ImageSize image, int longSide, InputSize batchShape) {
        double ratio = longSide / (double) Math.max(image.width(), image.height());
        int width = ratio == 1 ? image.width() : Math.min((int) Math.ceil(image.width() * ratio), longSide);
        int height = ratio == 1 ? image.height() : Math.min((int) Math.ceil(image.height() * ratio), longSide);
        InputSize resized = new InputSize(width, height);
        // The reference divides both axes by the vertical ratio of the loader's resize.
        double mappingScale = height / (double) image.height();
        return new Letterbox(
                image,
                batchShape,
                resized,
                leading(batchShape.width() - width),
                leading(batchShape.height() - height),
                mappingScale,
                mappingScale,
                true);
    }

    private static int leading(int padding) {
        return (int) Math.rint(padding / 2.0 - ROUNDING_BIAS);
    }

    public int right() {
        return input.width() - resized.width() - left;
    }

    public int bottom() {
        return input.height() - resized.height() - top;
    }

    public double inputX(double imageX) {
        return imageX * scaleX + left;
    }

    public double inputY(double imageY) {
        return imageY * scaleY + top;
    }

    public double imageX(double inputX) {
        return (inputX - left) / scaleX;
    }

    public double imageY(double inputY) {
        return (inputY - top) / scaleY;
    }

    /** The padding to subtract from box corners, in input pixels: x. */
    public double boxPadX(PaddingRule rule) {
        return follows83(rule) ? Math.rint(unroundedPadX() - ROUNDING_BIAS) : left;
    }

    /** The padding to subtract from box corners, in input pixels: y. */
    public double boxPadY(PaddingRule rule) {
        return follows83(rule) ? Math.rint(unroundedPadY() - ROUNDING_BIAS) : top;
    }

    /** The padding to subtract from keypoints, in input pixels: x. */
    public double keypointPadX(PaddingRule rule) {
        return follows83(rule) ? unroundedPadX() : left;
    }

    /** The padding to subtract from keypoints, in input pixels: y. */
    public double keypointPadY(PaddingRule rule) {
        return follows83(rule) ? unroundedPadY() : top;
    }

    private boolean follows83(PaddingRule rule) {
        return rule == PaddingRule.ULTRALYTICS_8_3 && !recorded;
    }

    private double unroundedPadX() {
        return (input.width() - image.width() * scaleX) / 2;
    }

    private double unroundedPadY() {
        return (input.height() - image.height() * scaleY) / 2;
    }
}
