package org.posewright.runtime.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Sentence;

/**
 * Reads picture files into upright 8-bit BGR, EXIF orientation applied, as the reference's loader does. Bytes are read by Java, so
 * every path the JVM can open works. Holds no state; use from any thread.
 */
public final class ImageDecoder {

    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_END = 0xFFD9;

    public ImageDecoder() {
        OpenCv.load();
    }

    /**
     * @throws ImageReadException if the file is missing or is no picture, naming it
     */
    public DecodedImage decode(Path file) throws ImageReadException {
        return decode(file, read(file));
    }

    /**
     * @param encoded what the file holds
     * @throws ImageReadException if that is no picture
     */
    public DecodedImage decode(Path file, byte[] encoded) throws ImageReadException {
        boolean endsEarly = isTruncatedJpeg(encoded);
        ImageFrame frame = decode(file, endsEarly ? closed(encoded) : encoded, Imgcodecs.IMREAD_COLOR);
        return new DecodedImage(frame, endsEarly ? Optional.of(truncated(file)) : Optional.empty());
    }

    /**
     * A small version for lists, decoded at an eighth, quarter or half of its size where the format can (JPEG), at least
     * {@code minimumSide} pixels long on its long side where the picture is.
     *
     * @param fullSize as the file's header says
     */
    public ImageFrame decodeReduced(Path file, ImageSize fullSize, int minimumSide) throws ImageReadException {
        int longSide = Math.max(fullSize.width(), fullSize.height());
        int flags = Imgcodecs.IMREAD_COLOR;
        if (longSide >= 8 * minimumSide) {
            flags = Imgcodecs.IMREAD_REDUCED_COLOR_8;
        } else if (longSide >= 4 * minimumSide) {
            flags = Imgcodecs.IMREAD_REDUCED_COLOR_4;
        } else if (longSide >= 2 * minimumSide) {
            flags = Imgcodecs.IMREAD_REDUCED_COLOR_2;
        }
        byte[] encoded = read(file);
        return decode(file, isTruncatedJpeg(encoded) ? closed(encoded) : encoded, flags);
    }

    private static byte[] read(Path file) throws ImageReadException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new ImageReadException(
                    file,
                    Sentence.of(
                            "picture.missing",
                            "The picture {0} does not exist; check the path or the list that names it.",
                            file),
                    missing);
        } catch (IOException | OutOfMemoryError failure) {
            throw new ImageReadException(
                    file,
                    Sentence.of(
                            "picture.unreadable",
                            "The picture {0} cannot be read ({1}); check that it is a readable file.",
                            file,
                            String.valueOf(failure.getMessage())),
                    failure);
        }
    }

    private static ImageFrame decode(Path file, byte[] encoded, int flags) throws ImageReadException {
        if (encoded.length == 0) {
            throw new ImageReadException(
                    file, Sentence.of("picture.empty", "The picture {0} is empty; replace it.", file), null);
        }
        MatOfByte bytes = new MatOfByte(encoded);
        Mat pixels = null;
        try {
            pixels = Imgcodecs.imdecode(bytes, flags);
            if (pixels.empty()) {
                throw notAPicture(file, null);
            }
            byte[] bgr = new byte[Math.toIntExact(pixels.total() * ImageFrame.CHANNELS)];
            pixels.get(0, 0, bgr);
            return new ImageFrame(new ImageSize(pixels.cols(), pixels.rows()), bgr);
        } catch (CvException | ArithmeticException failure) {
            throw notAPicture(file, failure);
        } finally {
            bytes.release();
            if (pixels != null) {
                pixels.release();
            }
        }
    }

    private static ImageReadException notAPicture(Path file, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ImageReadException(
                file,
                Sentence.of(
                        "picture.no-picture",
                        "The file {0} is not a picture that can be decoded; replace or remove it.",
                        file),
                cause);
    }

    private static Finding truncated(Path file) {
        return Finding.ofFile(
                Finding.Severity.WARNING,
                "image.truncated",
                file,
                Sentence.of("picture.truncated", "The JPEG ends before its end marker; its lower part may be grey."),
                Sentence.of("picture.truncated.remedy", "Fetch the file again."));
    }

    private static boolean isTruncatedJpeg(byte[] encoded) {
        return encoded.length > 4
                && marker(encoded, 0) == JPEG_START
                && marker(encoded, encoded.length - 2) != JPEG_END;
    }

    private static int marker(byte[] encoded, int at) {
        return (encoded[at] & 0xFF) << 8 | encoded[at + 1] & 0xFF;
    }

    /** With the missing end marker, so that the decoder gives what it has. */
    private static byte[] closed(byte[] encoded) {
        byte[] closed = Arrays.copyOf(encoded, encoded.length + 2);
        closed[encoded.length] = (byte) (JPEG_END >> 8);
        closed[encoded.length + 1] = (byte) JPEG_END;
        return closed;
    }
}
