package org.posewright.annotations.storage;

import java.io.IOException;
import java.io.OutputStream;

/** Files on a disk that can be full, for tests of other packages. */
public final class FullDisk {

    private boolean full;

    public void setFull(boolean isFull) {
        full = isFull;
    }

    public AtomicFiles files() {
        return new AtomicFiles(real -> new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                if (full) {
                    throw new IOException("No space left on device");
                }
                real.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (full) {
                    throw new IOException("No space left on device");
                }
                real.write(bytes, offset, length);
            }
        });
    }
}
