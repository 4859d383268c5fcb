package org.posewright.runtime.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Counts the trained numbers of an ONNX file: the elements of its floating-point initializers. Walks over the protobuf wire format
 * of the mapped file and skips the numbers themselves, so it takes a millisecond.
 */
final class ParameterCounter {

    // Field numbers of onnx.proto: ModelProto.graph, GraphProto.initializer, TensorProto.dims and data_type.
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    // TensorProto.DataType: FLOAT, FLOAT16, DOUBLE, BFLOAT16.
    private static final java.util.Set<Long> FLOATING = java.util.Set.of(1L, 10L, 11L, 16L);

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private ParameterCounter() {}

    /** The count; empty when the file is not the protobuf that it should be, or is beyond two gigabytes. */
    static OptionalLong count(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                return OptionalLong.empty();
            }
            ByteBuffer model = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return OptionalLong.of(inModel(model));
        } catch (IOException | RuntimeException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static long inModel(ByteBuffer model) {
        long count = 0;
        while (model.hasRemaining()) {
            long tag = varint(model);
            if (tag == tag(GRAPH, BYTES)) {
                count += inGraph(part(model));
            } else {
                skip(model, tag);
            }
        }
        return count;
    }

    private static long inGraph(ByteBuffer graph) {
        long count = 0;
        while (graph.hasRemaining()) {
            long tag = varint(graph);
            if (tag == tag(INITIALIZER, BYTES)) {
                count += inTensor(part(graph));
            } else {
                skip(graph, tag);
            }
        }
        return count;
    }

    private static long inTensor(ByteBuffer tensor) {
        long elements = 1;
        long type = 0;
        while (tensor.hasRemaining()) {
            long tag = varint(tensor);
            if (tag == tag(DIMS, VARINT)) {
                elements = Math.multiplyExact(elements, varint(tensor));
            } else if (tag == tag(DIMS, BYTES)) {
                ByteBuffer packed = part(tensor);
                while (packed.hasRemaining()) {
                    elements = Math.multiplyExact(elements, varint(packed));
                }
            } else if (tag == tag(DATA_TYPE, VARINT)) {
                type = varint(tensor);
            } else {
                skip(tensor, tag);
            }
        }
        return FLOATING.contains(type) ? elements : 0;
    }

    private static long tag(int field, int wireType) {
        return (long) field << 3 | wireType;
    }

    private static ByteBuffer part(ByteBuffer buffer) {
        int length = Math.toIntExact(varint(buffer));
        ByteBuffer part = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        return part;
    }

    private static void skip(ByteBuffer buffer, long tag) {
        switch ((int) (tag & 7)) {
            case VARINT -> varint(buffer);
            case FIXED_64 -> buffer.position(buffer.position() + Long.BYTES);
            case BYTES -> part(buffer);
            case FIXED_32 -> buffer.position(buffer.position() + Integer.BYTES);
            default -> throw new IllegalArgumentException("wire type " + (tag & 7));
        }
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than ten bytes");
    }
}
