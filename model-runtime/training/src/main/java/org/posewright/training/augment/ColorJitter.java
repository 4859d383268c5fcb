package org.posewright.training.augment;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.posewright.training.draw.SampleDraw;

/** Scales hue, saturation and value; hue goes round in a circle. */
final class ColorJitter {

    private static final int LEVELS = 256;
    private static final int HUE_LEVELS = 180;

    private ColorJitter() {}

    static Sample apply(Sample sample, SampleDraw.Color draw) {
        if (draw.isNone()) {
            return sample;
        }
        byte[] table = new byte[LEVELS * Picture.CHANNELS];
        for (int i = 0; i < LEVELS; i++) {
            table[3 * i] = (byte) (int) (i * (1 + draw.hue()) % HUE_LEVELS);
            table[3 * i + 1] = clipped(i * (1 + draw.saturation()));
            table[3 * i + 2] = clipped(i * (1 + draw.value()));
        }
        return sample.withPicture(mapped(sample.picture(), table));
    }

    private static byte clipped(double level) {
        return (byte) (int) Math.max(0, Math.min(LEVELS - 1, level));
    }

    private static Picture mapped(Picture picture, byte[] table) {
        Mat pixels = OpenCv.toMatrix(picture);
        Mat lookUp = new Mat(1, LEVELS, CvType.CV_8UC3);
        try {
            lookUp.put(0, 0, table);
            Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_BGR2HSV);
            Core.LUT(pixels, lookUp, pixels);
            Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_HSV2BGR);
            return OpenCv.toPicture(pixels);
        } finally {
            pixels.release();
            lookUp.release();
        }
    }
}
