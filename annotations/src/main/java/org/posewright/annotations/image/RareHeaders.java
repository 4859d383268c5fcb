package org.posewright.annotations.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.posewright.annotations.image.ImageHeader.Ending;
import org.posewright.annotations.model.ImageSize;

/** Headers of formats that the metadata library does not know: JPEG 2000 (its {@code ihdr} box) and PFM (three text fields). */
final class RareHeaders {

    private static final int LOOKED_AT = 4096;
    private static final long JP2_SIGNATURE = 0x0000000C6A502020L;
    private static final Pattern PFM = Pattern.compile("P[Ff]\\s+(\\d{1,9})\\s+(\\d{1,9})\\s");

    private RareHeaders() {}

    /** Looks ahead without moving the stream. */
    static Optional<ImageHeader> read(BufferedInputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT);
        in.reset();
        if (start.length >= Long.BYTES && ByteBuffer.wrap(start).getLong() == JP2_SIGNATURE) {
            return jpeg2000(start);
        }
        Matcher matcher = PFM.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return matcher.lookingAt()
                ? header(ImageFormat.PFM, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : Optional.empty();
    }

    private static Optional<ImageHeader> jpeg2000(byte[] start) {
        int box = new String(start, StandardCharsets.ISO_8859_1).indexOf("ihdr");
        if (box < 0 || box + 3 * Integer.BYTES > start.length) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(start, box + Integer.BYTES, 2 * Integer.BYTES);
        int height = fields.getInt();
        return header(ImageFormat.JPEG_2000, fields.getInt(), height);
    }

    private static Optional<ImageHeader> header(ImageFormat format, int width, int height) {
        return width > 0 && height > 0
                ? Optional.of(new ImageHeader(format, new ImageSize(width, height), 1, Ending.UNKNOWN))
                : Optional.empty();
    }
}
