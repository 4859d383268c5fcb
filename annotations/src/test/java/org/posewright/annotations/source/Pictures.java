package org.posewright.annotations.source;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Files that look like pictures as far as their headers go; made without a toolkit. */
public final class Pictures {

    private Pictures() {}

    /** A PNG of the given size whose pixels are missing but whose chunks are right. */
    public static Path png(Path file, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        // The name makes files differ, so that they do not count as copies of one another.
        chunk(out, "tEXt", ("Comment\0" + file).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        chunk(out, "IEND", new byte[0]);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.toByteArray());
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] tag = name.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(tag);
        crc.update(content);
        out.writeInt(content.length);
        out.write(tag);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }

    /** A JPEG: start, EXIF orientation (0 for none), frame header, end marker. */
    public static byte[] jpeg(int width, int height, int orientation) {
        ByteBuffer out = ByteBuffer.allocate(200).putShort((short) 0xFFD8);
        if (orientation > 0) {
            byte[] tiff = ByteBuffer.allocate(26)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 'I')
                    .put((byte) 'I')
                    .putShort((short) 42)
                    .putInt(8)
                    .putShort((short) 1)
                    .putShort((short) 0x0112)
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort((short) orientation)
                    .putShort((short) 0)
                    .putInt(0)
                    .array();
            out.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.length));
            out.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(tiff);
        }
        out.putShort((short) 0xFFC0).putShort((short) 11).put((byte) 8);
        out.putShort((short) height).putShort((short) width).put(new byte[] {1, 1, 0x11, 0});
        out.putShort((short) 0xFFDA).putShort((short) 8).put(new byte[] {1, 1, 0, 0, 63, 0});
        out.put(new byte[] {1, 2, 3}).putShort((short) 0xFFD9);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }
}
