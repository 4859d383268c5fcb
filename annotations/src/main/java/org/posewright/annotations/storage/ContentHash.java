package org.posewright.annotations.storage;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A running 64-bit checksum of bytes: CRC-32C in the upper half, CRC-32 in the lower. Both polynomials together miss a random
 * change once in 2^64; both run at memory speed. It detects change, it does not resist forgery.
 */
public final class ContentHash {

    private final CRC32C upper = new CRC32C();
    private final CRC32 lower = new CRC32();

    public void update(byte[] bytes, int offset, int length) {
        upper.update(bytes, offset, length);
        lower.update(bytes, offset, length);
    }

    public long value() {
        return upper.getValue() << 32 | lower.getValue();
    }

    public static long of(byte[] bytes) {
        ContentHash hash = new ContentHash();
        hash.update(bytes, 0, bytes.length);
        return hash.value();
    }
}
