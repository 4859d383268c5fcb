package org.posewright.training.augment;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.posewright.runtime.image.OpenCvNatives;

/** The step between {@link Picture} and OpenCV's matrices; loads the native library at first use. */
final class OpenCv {

    static final Scalar PADDING = Scalar.all(Picture.PADDING_VALUE);

    static {
        OpenCvNatives.load();
    }

    private OpenCv() {}

    /** Makes sure that the native library is there before another OpenCV class is touched. */
    static void load() {
        // The static initialiser has done it.
    }

    static Mat matrix(int width, int height) {
        return new Mat(height, width, CvType.CV_8UC3);
    }

    /** A copy that the caller releases. */
    static Mat toMatrix(Picture picture) {
        Mat matrix = matrix(picture.width(), picture.height());
        matrix.put(0, 0, picture.bgr());
        return matrix;
    }

    /** A copy of a continuous matrix of three bytes a pixel; the matrix stays the caller's. */
    static Picture toPicture(Mat matrix) {
        byte[] bgr = new byte[matrix.rows() * matrix.cols() * Picture.CHANNELS];
        matrix.get(0, 0, bgr);
        return new Picture(matrix.cols(), matrix.rows(), bgr);
    }
}
