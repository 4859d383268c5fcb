package org.posewright.runtime.preprocess;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Writes interleaved BGR bytes as padded RGB planes from 0 to 1. One table look-up for each value; rows are built on the heap and
 * copied out whole, which is faster than single writes to memory outside it.
 */
public final class PlaneWriter {

    private static final int LEVELS = 256;
    private static final float FULL_SCALE = 255f;
    private static final float[] UNIT = new float[LEVELS];
    private static final short[] UNIT_HALF = new short[LEVELS];

    static {
        for (int level = 0; level < LEVELS; level++) {
            UNIT[level] = level / FULL_SCALE;
            UNIT_HALF[level] = HalfFloats.ofFloat(UNIT[level]);
        }
    }

    private PlaneWriter() {}

    /**
     * @param bgr pixels of exactly {@code letterbox.resized()}
     * @param target of {@code letterbox.input()}
     */
    public static void write(byte[] bgr, Letterbox letterbox, InputTensor target) {
        if (bgr.length
                        != InputTensor.PLANES
                                * letterbox.resized().width()
                                * letterbox.resized().height()
                || !target.size().equals(letterbox.input())) {
            throw new IllegalArgumentException("picture, letterbox and network input do not belong together");
        }
        if (target.halfPrecision()) {
            writeHalf(
                    bgr,
                    letterbox,
                    target.values()
                            .duplicate()
                            .order(java.nio.ByteOrder.nativeOrder())
                            .asShortBuffer());
        } else {
            writeFloat(
                    bgr,
                    letterbox,
                    target.values()
                            .duplicate()
                            .order(java.nio.ByteOrder.nativeOrder())
                            .asFloatBuffer());
        }
    }

    private static void writeFloat(byte[] bgr, Letterbox box, FloatBuffer target) {
        int width = box.input().width();
        int height = box.input().height();
        int filled = box.resized().width();
        float[] padding = new float[width];
        Arrays.fill(padding, UNIT[Letterbox.FILL]);
        float[] row = padding.clone();
        for (int plane = 0; plane < InputTensor.PLANES; plane++) {
            int channel = InputTensor.PLANES - 1 - plane;
            for (int y = 0; y < height; y++) {
                int at = (plane * height + y) * width;
                int sourceY = y - box.top();
                if (sourceY < 0 || sourceY >= box.resized().height()) {
                    target.put(at, padding);
                    continue;
                }
                int source = InputTensor.PLANES * sourceY * filled + channel;
                for (int x = box.left(), end = x + filled; x < end; x++, source += InputTensor.PLANES) {
                    row[x] = UNIT[bgr[source] & 0xFF];
                }
                target.put(at, row);
            }
        }
    }

    private static void writeHalf(byte[] bgr, Letterbox box, ShortBuffer target) {
        int width = box.input().width();
        int height = box.input().height();
        int filled = box.resized().width();
        short[] padding = new short[width];
        Arrays.fill(padding, UNIT_HALF[Letterbox.FILL]);
        short[] row = padding.clone();
        for (int plane = 0; plane < InputTensor.PLANES; plane++) {
            int channel = InputTensor.PLANES - 1 - plane;
            for (int y = 0; y < height; y++) {
                int at = (plane * height + y) * width;
                int sourceY = y - box.top();
                if (sourceY < 0 || sourceY >= box.resized().height()) {
                    target.put(at, padding);
                    continue;
                }
                int source = InputTensor.PLANES * sourceY * filled + channel;
                for (int x = box.left(), end = x + filled; x < end; x++, source += InputTensor.PLANES) {
                    row[x] = UNIT_HALF[bgr[source] & 0xFF];
                }
                target.put(at, row);
            }
        }
    }
}
