package org.posewright.annotations.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.posewright.annotations.image.ImageHeader.Ending;

/** Tells from the first and last bytes of a picture file whether it is complete. */
final class FileEndings {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int JPEG_END = 0xFFD9;
    private static final int PNG_END_LENGTH = 12;
    private static final int PNG_IEND = 0x49454E44;
    private static final int PNG_NAME_OFFSET = 4;
    private static final int BMP_SIZE_OFFSET = 2;
    private static final int RIFF_SIZE_OFFSET = 4;
    private static final int RIFF_HEADER_BYTES = 8;
    private static final long UNSIGNED_INT = 0xFFFFFFFFL;

    private FileEndings() {}

    static Ending check(Path file, ImageFormat format) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return switch (format) {
                case JPEG -> jpeg(channel);
                case PNG -> png(channel);
                case BMP -> bmp(channel);
                case WEBP -> declaredSize(channel, RIFF_SIZE_OFFSET, RIFF_HEADER_BYTES);
                default -> Ending.UNKNOWN;
            };
        }
    }

    private static Ending jpeg(SeekableByteChannel channel) throws IOException {
        ByteBuffer last = tail(channel, 2);
        if (last.remaining() == 2 && (last.getShort(0) & 0xFFFF) == JPEG_END) {
            return Ending.COMPLETE;
        }
        ByteBuffer tail = tail(channel, TAIL_BYTES);
        for (int i = tail.limit() - 2; i >= 0; i--) {
            if ((tail.getShort(i) & 0xFFFF) == JPEG_END) {
                return Ending.TRAILING_BYTES;
            }
        }
        return Ending.TRUNCATED;
    }

    private static Ending png(SeekableByteChannel channel) throws IOException {
        ByteBuffer last = tail(channel, PNG_END_LENGTH);
        if (last.limit() == PNG_END_LENGTH && last.getInt(PNG_NAME_OFFSET) == PNG_IEND) {
            return Ending.COMPLETE;
        }
        ByteBuffer tail = tail(channel, TAIL_BYTES);
        for (int i = tail.limit() - Integer.BYTES; i >= 0; i--) {
            if (tail.getInt(i) == PNG_IEND) {
                return Ending.TRAILING_BYTES;
            }
        }
        return Ending.TRUNCATED;
    }

    /** Some writers leave the size in a BMP's header at 0; then there is nothing to compare with. */
    private static Ending bmp(SeekableByteChannel channel) throws IOException {
        return littleEndianInt(channel, BMP_SIZE_OFFSET) == 0
                ? Ending.UNKNOWN
                : declaredSize(channel, BMP_SIZE_OFFSET, 0);
    }

    private static Ending declaredSize(SeekableByteChannel channel, int offset, int extraBytes) throws IOException {
        long declared = littleEndianInt(channel, offset) + extraBytes;
        return channel.size() < declared ? Ending.TRUNCATED : Ending.COMPLETE;
    }

    private static long littleEndianInt(SeekableByteChannel channel, int offset) throws IOException {
        ByteBuffer buffer = read(channel, offset, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.limit() < Integer.BYTES ? 0 : buffer.getInt(0) & UNSIGNED_INT;
    }

    private static ByteBuffer tail(SeekableByteChannel channel, int wanted) throws IOException {
        return read(channel, Math.max(0, channel.size() - wanted), wanted);
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int wanted) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(wanted, Math.max(0, channel.size() - position)));
        channel.position(position);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer);
        }
        return buffer.flip();
    }
}
