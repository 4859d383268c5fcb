package org.posewright.training.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** An immutable dense tensor in row-major order, kept in the element type of its file so that nothing is lost by reading it. */
public final class TensorData {
    private final ElementType type;
    private final int[] shape;
    private final byte[] littleEndian;

    private TensorData(ElementType type, int[] shape, byte[] littleEndian) {
        long expected = Math.multiplyExact(elementCount(shape), (long) type.bytes());
        if (expected != littleEndian.length) {
            throw new IllegalArgumentException("A tensor of type " + type + " and shape " + Arrays.toString(shape)
                    + " needs " + expected + " bytes, not " + littleEndian.length + ".");
        }
        this.type = type;
        this.shape = shape;
        this.littleEndian = littleEndian;
    }

    /** Takes over the arrays, which must not change afterwards. */
    public static TensorData ofBytes(ElementType type, int[] shape, byte[] littleEndian) {
        return new TensorData(type, shape, littleEndian);
    }

    public static TensorData ofFloats(float[] values, int... shape) {
        ByteBuffer buffer = buffer(values.length, Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return new TensorData(ElementType.FLOAT32, shape.clone(), buffer.array());
    }

    public static TensorData ofLongs(long[] values, int... shape) {
        ByteBuffer buffer = buffer(values.length, Long.BYTES);
        buffer.asLongBuffer().put(values);
        return new TensorData(ElementType.INT64, shape.clone(), buffer.array());
    }

    public static TensorData scalar(long value) {
        return ofLongs(new long[] {value});
    }

    public ElementType type() {
        return type;
    }

    /** Empty for a scalar. */
    public int[] shape() {
        return shape.clone();
    }

    public List<Integer> shapeList() {
        return Arrays.stream(shape).boxed().toList();
    }

    public int elements() {
        return littleEndian.length / type.bytes();
    }

    /** The raw elements, little-endian; read-only view. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(littleEndian).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All elements as single-precision numbers. */
    public float[] floats() {
        ByteBuffer in = bytes();
        return switch (type) {
            case FLOAT32 -> {
                float[] values = new float[elements()];
                in.asFloatBuffer().get(values);
                yield values;
            }
            case FLOAT16 -> collect(i -> HalfFloats.fromHalf(in.getShort()));
            case BFLOAT16 -> collect(i -> HalfFloats.fromBfloat(in.getShort()));
            case FLOAT64 -> collect(i -> in.getDouble());
            default -> {
                long[] whole = longs();
                yield collect(i -> whole[i]);
            }
        };
    }

    private float[] collect(IntToDoubleFunction source) {
        float[] values = new float[elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) source.applyAsDouble(i);
        }
        return values;
    }

    /** All elements as whole numbers; floating types are truncated. */
    public long[] longs() {
        ByteBuffer in = bytes();
        long[] values = new long[elements()];
        switch (type) {
            case INT64 -> in.asLongBuffer().get(values);
            case INT32 -> Arrays.setAll(values, i -> in.getInt());
            case INT16 -> Arrays.setAll(values, i -> in.getShort());
            case INT8 -> Arrays.setAll(values, i -> in.get());
            case UINT8, BOOL -> Arrays.setAll(values, i -> in.get() & 0xFF);
            default -> {
                float[] floats = floats();
                Arrays.setAll(values, i -> (long) floats[i]);
            }
        }
        return values;
    }

    /** The same numbers in single precision. */
    public TensorData toFloat32() {
        return type == ElementType.FLOAT32 ? this : ofFloats(floats(), shape);
    }

    /** The same numbers rounded to half precision; whole numbers stay what they are. */
    public TensorData toFloat16() {
        if (type == ElementType.FLOAT16 || !type.isFloating()) {
            return this;
        }
        float[] values = floats();
        ByteBuffer out = buffer(values.length, Short.BYTES);
        for (float value : values) {
            out.putShort(HalfFloats.toHalf(value));
        }
        return new TensorData(ElementType.FLOAT16, shape, out.array());
    }

    private static ByteBuffer buffer(int elements, int elementBytes) {
        return ByteBuffer.allocate(Math.multiplyExact(elements, elementBytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long elementCount(int[] shape) {
        long count = 1;
        for (int side : shape) {
            if (side < 0) {
                throw new IllegalArgumentException("A tensor side cannot be negative: " + Arrays.toString(shape));
            }
            count = Math.multiplyExact(count, (long) side);
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorData that
                && type == that.type
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(littleEndian, that.littleEndian);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(littleEndian) * 31 + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return type + Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
