package org.posewright.training.augment;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Fits a sample into a fixed frame, centred on padding. Labels move with the unrounded ratio and the rounded padding, as the
 * reference's do.
 *
 * @param mayEnlarge whether a smaller picture is scaled up
 */
public record LetterboxFrame(int width, int height, boolean mayEnlarge) {

    private static final double HALF_PIXEL_BIAS = 0.1;

    public Sample apply(Sample sample) {
        double fit = Math.min(height / (double) sample.height(), width / (double) sample.width());
        double ratio = mayEnlarge ? fit : Math.min(fit, 1);
        int innerWidth = (int) Math.rint(sample.width() * ratio);
        int innerHeight = (int) Math.rint(sample.height() * ratio);
        int left = (int) Math.rint((width - innerWidth) / 2.0 - HALF_PIXEL_BIAS);
        int top = (int) Math.rint((height - innerHeight) / 2.0 - HALF_PIXEL_BIAS);
        if (left == 0 && top == 0 && sample.width() == width && sample.height() == height) {
            return sample;
        }
        Picture picture = frame(sample.picture(), innerWidth, innerHeight, left, top);
        PlaneTransform transform = PlaneTransform.scaling(ratio, ratio).then(PlaneTransform.translation(left, top));
        return new Sample(
                picture,
                sample.people().stream().map(p -> p.moved(transform)).toList(),
                sample.dropped().stream().map(d -> d.moved(transform)).toList(),
                sample.tiles().stream().map(t -> t.moved(transform)).toList());
    }

    private Picture frame(Picture picture, int innerWidth, int innerHeight, int left, int top) {
        Mat inner = OpenCv.toMatrix(picture);
        Mat target = new Mat();
        try {
            if (innerWidth != picture.width() || innerHeight != picture.height()) {
                Imgproc.resize(inner, inner, new Size(innerWidth, innerHeight), 0, 0, Imgproc.INTER_LINEAR);
            }
            int bottom = height - innerHeight - top;
            int right = width - innerWidth - left;
            Core.copyMakeBorder(inner, target, top, bottom, left, right, Core.BORDER_CONSTANT, OpenCv.PADDING);
            return OpenCv.toPicture(target);
        } finally {
            inner.release();
            target.release();
        }
    }
}
