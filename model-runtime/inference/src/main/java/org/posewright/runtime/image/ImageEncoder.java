package org.posewright.runtime.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Writes frames as JPEG or PNG; bytes go through Java, so every path works. Holds no state. */
public final class ImageEncoder {

    private static final int JPEG_QUALITY = 92;

    public ImageEncoder() {
        OpenCv.load();
    }

    /**
     * Writes a frame in the format of the file's ending ({@code .jpg}, {@code .png}); folders are made.
     *
     * @throws IOException if the format is unknown or the file cannot be written
     */
    public void write(ImageFrame frame, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        byte[] encoded = encode(frame, dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT), file);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, encoded);
    }

    /**
     * A frame as the bytes of a JPEG file.
     *
     * @throws IOException if it cannot be encoded
     */
    public byte[] jpeg(ImageFrame frame) throws IOException {
        return encode(frame, ".jpg", Path.of("picture.jpg"));
    }

    private static byte[] encode(ImageFrame frame, String ending, Path file) throws IOException {
        Mat pixels = new Mat(frame.height(), frame.width(), CvType.CV_8UC3);
        MatOfByte encoded = new MatOfByte();
        boolean jpeg = ending.equals(".jpg") || ending.equals(".jpeg");
        MatOfInt parameters = jpeg ? new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY) : new MatOfInt();
        try {
            pixels.put(0, 0, frame.bgr());
            if (ending.isEmpty() || !Imgcodecs.imencode(ending, pixels, encoded, parameters)) {
                throw unknownFormat(file, null);
            }
            return encoded.toArray();
        } catch (CvException failure) {
            throw unknownFormat(file, failure);
        } finally {
            pixels.release();
            encoded.release();
            parameters.release();
        }
    }

    private static IOException unknownFormat(Path file, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IOException(
                "A picture cannot be written as " + file + "; name it with the ending .jpg or .png.", cause);
    }
}
