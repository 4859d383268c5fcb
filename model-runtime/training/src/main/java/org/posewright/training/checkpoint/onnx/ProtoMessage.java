package org.posewright.training.checkpoint.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A protobuf message under construction: fields in order of adding. Large contents are referred to, not copied. */
final class ProtoMessage {
    private interface Field {
        int size();

        void write(CodedOutputStream out) throws IOException;
    }

    private final List<Field> fields = new ArrayList<>();
    private int knownSize = -1;

    ProtoMessage integer(int number, long value) {
        return add(new Field() {
            @Override
            public int size() {
                return CodedOutputStream.computeInt64Size(number, value);
            }

            @Override
            public void write(CodedOutputStream out) throws IOException {
                out.writeInt64(number, value);
            }
        });
    }

    ProtoMessage real(int number, float value) {
        return add(new Field() {
            @Override
            public int size() {
                return CodedOutputStream.computeFloatSize(number, value);
            }

            @Override
            public void write(CodedOutputStream out) throws IOException {
                out.writeFloat(number, value);
            }
        });
    }

    ProtoMessage text(int number, String value) {
        return bytes(number, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    ProtoMessage bytes(int number, ByteBuffer value) {
        int length = value.remaining();
        return add(new Field() {
            @Override
            public int size() {
                return headerSize(number, length) + length;
            }

            @Override
            public void write(CodedOutputStream out) throws IOException {
                out.writeTag(number, 2);
                out.writeUInt32NoTag(length);
                out.write(value.duplicate());
            }
        });
    }

    /** The message must be complete: nothing may be added to it afterwards. */
    ProtoMessage message(int number, ProtoMessage value) {
        return add(new Field() {
            @Override
            public int size() {
                return headerSize(number, value.size()) + value.size();
            }

            @Override
            public void write(CodedOutputStream out) throws IOException {
                out.writeTag(number, 2);
                out.writeUInt32NoTag(value.size());
                value.writeTo(out);
            }
        });
    }

    private ProtoMessage add(Field field) {
        if (knownSize >= 0) {
            throw new IllegalStateException("The message was used already");
        }
        fields.add(field);
        return this;
    }

    int size() {
        if (knownSize < 0) {
            knownSize = fields.stream().mapToInt(Field::size).reduce(0, Math::addExact);
        }
        return knownSize;
    }

    void writeTo(CodedOutputStream out) throws IOException {
        for (Field field : fields) {
            field.write(out);
        }
    }

    private static int headerSize(int number, int length) {
        return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(length);
    }
}
