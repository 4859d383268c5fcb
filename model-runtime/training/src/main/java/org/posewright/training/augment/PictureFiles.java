package org.posewright.training.augment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Reads training pictures and writes pictures of the run folder. Thread-safe. */
public final class PictureFiles {

    private static final int JPEG_QUALITY = 92;

    /**
     * Decodes a picture (EXIF orientation applied) and resizes it, up or down, so that its longer side has {@code longSide}
     * pixels, the other side rounded up: the geometry of the reference's training loader.
     *
     * @throws IOException if the file cannot be read or is no picture
     */
    public Picture readResized(Path file, int longSide) throws IOException {
        Mat decoded = decode(file);
        try {
            double ratio = longSide / (double) Math.max(decoded.rows(), decoded.cols());
            if (ratio == 1) {
                return OpenCv.toPicture(decoded);
            }
            int width = Math.min((int) Math.ceil(decoded.cols() * ratio), longSide);
            int height = Math.min((int) Math.ceil(decoded.rows() * ratio), longSide);
            return resized(decoded, width, height);
        } finally {
            decoded.release();
        }
    }

    private static Mat decode(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            throw new IOException(file + " is empty; replace the file or take it out of the dataset");
        }
        OpenCv.load();
        MatOfByte input = new MatOfByte(bytes);
        try {
            Mat decoded = Imgcodecs.imdecode(input, Imgcodecs.IMREAD_COLOR);
            if (decoded.empty()) {
                decoded.release();
                throw new IOException(
                        file + " is not a picture that can be decoded; replace the file or take it out of the dataset");
            }
            return decoded;
        } finally {
            input.release();
        }
    }

    private static Picture resized(Mat source, int width, int height) {
        Mat target = new Mat();
        try {
            Imgproc.resize(source, target, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
            return OpenCv.toPicture(target);
        } finally {
            target.release();
        }
    }

    /** Encodes as the file name's extension says ({@code .jpg}, {@code .png}). */
    public byte[] encode(Picture picture, String extension) throws IOException {
        Mat matrix = OpenCv.toMatrix(picture);
        MatOfByte encoded = new MatOfByte();
        MatOfInt parameters =
                extension.equals(".png") ? new MatOfInt() : new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
        try {
            if (!Imgcodecs.imencode(extension, matrix, encoded, parameters)) {
                throw new IOException("cannot encode a picture as " + extension);
            }
            return encoded.toArray();
        } finally {
            matrix.release();
            encoded.release();
            parameters.release();
        }
    }
}
