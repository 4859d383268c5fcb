package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read from any position by several threads at once. */
interface ByteSource {

    long size() throws IOException;

    /**
     * @return number of bytes read, at least 1 unless {@code position} is at or behind the end, then 0 or less
     */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    static ByteSource of(FileChannel channel) {
        return new ByteSource() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public int read(long position, byte[] target, int offset, int length) throws IOException {
                return channel.read(ByteBuffer.wrap(target, offset, length), position);
            }
        };
    }

    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] target, int offset, int length) {
                int count = (int) Math.min(length, bytes.length - position);
                if (count > 0) {
                    System.arraycopy(bytes, (int) position, target, offset, count);
                }
                return count;
            }
        };
    }
}
