package org.posewright.runtime;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.posewright.runtime.preprocess.HalfFloats;

/**
 * Writes ONNX files of some kilobytes that answer every picture with the same numbers: {@code answer + 0 * mean(images)}. Made with
 * protobuf's wire format by hand, field numbers from onnx.proto.
 *
 * @param input declared input shape; negative sides are dynamic
 * @param declared declared output shape; negative sides are dynamic
 * @param actual shape of the answer
 * @param half 16-bit floats in and out
 */
@SuppressWarnings("ArrayRecordComponent")
public record TinyOnnx(
        long[] input, long[] declared, long[] actual, float[] answer, boolean half, Map<String, String> metadata) {

    private static final int FLOAT = 1;
    private static final int FLOAT16 = 10;

    public TinyOnnx withMetadata(Map<String, String> newMetadata) {
        return new TinyOnnx(input, declared, actual, answer, half, newMetadata);
    }

    public Path write(Path file) {
        try {
            Files.write(file, message(out -> {
                out.writeInt64(1, 8);
                out.writeString(2, "posewright-test");
                out.writeByteArray(7, graph());
                out.writeByteArray(8, message(opset -> opset.writeInt64(2, 17)));
                for (Map.Entry<String, String> entry : metadata.entrySet()) {
                    out.writeByteArray(14, message(pair -> {
                        pair.writeString(1, entry.getKey());
                        pair.writeString(2, entry.getValue());
                    }));
                }
            }));
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] graph() throws IOException {
        return message(graph -> {
            graph.writeByteArray(1, message(node -> {
                node.writeString(1, "images");
                node.writeString(2, "mean");
                node.writeString(3, "mean_node");
                node.writeString(4, "ReduceMean");
                node.writeByteArray(5, message(keepdims -> {
                    keepdims.writeString(1, "keepdims");
                    keepdims.writeInt64(3, 0);
                    keepdims.writeInt32(20, 2);
                }));
            }));
            graph.writeByteArray(1, node("Mul", "mean", "zero", "nothing"));
            graph.writeByteArray(1, node("Add", "answer", "nothing", "output0"));
            graph.writeString(2, "tiny");
            graph.writeByteArray(5, tensor("zero", new long[0], new float[] {0}));
            graph.writeByteArray(5, tensor("answer", actual, answer));
            graph.writeByteArray(11, valueInfo("images", input));
            graph.writeByteArray(12, valueInfo("output0", declared));
        });
    }

    private static byte[] node(String op, String first, String second, String output) throws IOException {
        return message(node -> {
            node.writeString(1, first);
            node.writeString(1, second);
            node.writeString(2, output);
            node.writeString(3, output + "_node");
            node.writeString(4, op);
        });
    }

    private byte[] tensor(String name, long[] dims, float[] values) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(values.length * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (half) {
                raw.putShort(HalfFloats.ofFloat(value));
            } else {
                raw.putFloat(value);
            }
        }
        return message(tensor -> {
            for (long dim : dims) {
                tensor.writeInt64(1, dim);
            }
            tensor.writeInt32(2, half ? FLOAT16 : FLOAT);
            tensor.writeString(8, name);
            tensor.writeBytes(9, ByteString.copyFrom(raw.array()));
        });
    }

    private byte[] valueInfo(String name, long[] dims) throws IOException {
        byte[] shape = message(out -> {
            for (int axis = 0; axis < dims.length; axis++) {
                long side = dims[axis];
                String symbol = name + "_axis" + axis;
                out.writeByteArray(1, message(dim -> {
                    if (side >= 0) {
                        dim.writeInt64(1, side);
                    } else {
                        dim.writeString(2, symbol);
                    }
                }));
            }
        });
        byte[] tensorType = message(out -> {
            out.writeInt32(1, half ? FLOAT16 : FLOAT);
            out.writeByteArray(2, shape);
        });
        return message(info -> {
            info.writeString(1, name);
            info.writeByteArray(2, message(type -> type.writeByteArray(1, tensorType)));
        });
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    /** Writes the fields of one protobuf message. */
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }
}
