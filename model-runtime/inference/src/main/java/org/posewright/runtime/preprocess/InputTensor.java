package org.posewright.runtime.preprocess;

import java.nio.ByteBuffer;

/**
 * A network input ready to run: {@code [1, 3, height, width]}, RGB planes, values 0 to 1, native byte order, in memory outside the
 * heap. Closing gives the memory back for the next picture.
 *
 * @param values of the whole tensor, position 0
 * @param halfPrecision 16-bit floats instead of 32-bit ones
 * @param release takes the buffer back
 */
public record InputTensor(InputSize size, boolean halfPrecision, ByteBuffer values, Runnable release)
        implements AutoCloseable {

    /** Colour planes. */
    public static final int PLANES = 3;

    @Override
    public void close() {
        release.run();
    }
}
