package org.posewright.training.checkpoint.pt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip container as PyTorch lays it out: stored members below one folder, data aligned to 64 bytes by a padding extra field so that they
 * can be mapped into memory. Times are fixed, so equal content makes equal files.
 */
final class TorchArchiveWriter {
    private static final String FOLDER = "archive/";
    private static final int ALIGNMENT = 64;
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int EXTRA_HEADER_BYTES = 4;
    /** "FB", the id of PyTorch's padding field. */
    private static final short PADDING_ID = 0x4246;

    private static final long FIXED_TIME_MILLIS = 315_532_800_000L + 86_400_000L;

    private final ZipOutputStream zip;
    private long position;

    TorchArchiveWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
    }

    void member(String name, ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTime(FIXED_TIME_MILLIS);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setCrc(sum.getValue());
        int nameBytes = entry.getName().getBytes(StandardCharsets.UTF_8).length;
        long unpadded = position + LOCAL_HEADER_BYTES + nameBytes + EXTRA_HEADER_BYTES;
        int padding = (int) ((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT);
        entry.setExtra(padding(padding));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        position = unpadded + padding + bytes.length;
    }

    void text(String name, String content) throws IOException {
        member(name, ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] padding(int bytes) {
        ByteBuffer extra = ByteBuffer.allocate(EXTRA_HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        extra.putShort(PADDING_ID).putShort((short) bytes);
        return extra.array();
    }

    /** Completes the archive; the stream below stays open. */
    void finish() throws IOException {
        zip.finish();
    }
}
