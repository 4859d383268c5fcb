package org.posewright.runtime.decode;

/**
 * A dense row-major array of 32-bit floats with its shape. The array is not copied: whoever hands it over no longer writes to it.
 *
 * @param shape outermost axis first
 */
@SuppressWarnings("ArrayRecordComponent")
public record FloatTensor(int[] shape, float[] values) {

    public FloatTensor {
        long size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, side);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill a tensor of shape " + java.util.Arrays.toString(shape));
        }
    }

    public int rank() {
        return shape.length;
    }

    public int side(int axis) {
        return shape[axis];
    }
}
