package org.posewright.training.checkpoint.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.TensorData;

/** Walks an ONNX file's protobuf by field numbers, keeping weights, nodes and metadata and skipping everything else. */
final class OnnxParser {
    private static final int MAX_DIMENSIONS = 16;

    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, TensorData> tensors = new LinkedHashMap<>();
    private final List<OnnxNode> nodes = new ArrayList<>();

    private OnnxParser() {}

    /** @throws IOException if the bytes are no protobuf */
    static OnnxContent parse(byte[] file) throws IOException {
        OnnxParser parser = new OnnxParser();
        parser.model(CodedInputStream.newInstance(file));
        return new OnnxContent(parser.metadata, parser.tensors, parser.nodes);
    }

    private void model(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 7 -> graph(message(in, tag));
                case 14 -> metadata(message(in, tag));
                default -> in.skipField(tag);
            }
        }
    }

    private void metadata(CodedInputStream in) throws IOException {
        String key = "";
        String value = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> key = text(in, tag);
                case 2 -> value = text(in, tag);
                default -> in.skipField(tag);
            }
        }
        metadata.put(key, value);
    }

    private void graph(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> node(message(in, tag));
                case 5 -> tensor(message(in, tag), "");
                default -> in.skipField(tag);
            }
        }
    }

    private void node(CodedInputStream in) throws IOException {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<CodedInputStream> attributes = new ArrayList<>();
        String name = "";
        String operator = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> inputs.add(text(in, tag));
                case 2 -> outputs.add(text(in, tag));
                case 3 -> name = text(in, tag);
                case 4 -> operator = text(in, tag);
                case 5 -> attributes.add(message(in, tag));
                default -> in.skipField(tag);
            }
        }
        nodes.add(new OnnxNode(name, operator, List.copyOf(inputs), List.copyOf(outputs)));
        if (operator.equals("Constant") && outputs.size() == 1) {
            for (CodedInputStream attribute : attributes) {
                constant(attribute, outputs.get(0));
            }
        }
    }

    private void constant(CodedInputStream in, String output) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 5) {
                tensor(message(in, tag), output);
            } else {
                in.skipField(tag);
            }
        }
    }

    /** @param outerName name of the value, if the tensor itself need not have one */
    private void tensor(CodedInputStream in, String outerName) throws IOException {
        List<Long> dimensions = new ArrayList<>();
        int type = 0;
        String name = outerName;
        ByteString raw = ByteString.EMPTY;
        ByteArrayOutputStream listed = new ByteArrayOutputStream();
        boolean external = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> wholeNumbers(in, tag, dimensions);
                case 2 -> type = in.readInt32();
                case 4, 10 -> listed.writeBytes(packed(in, tag));
                case 8 -> name = outerName.isEmpty() ? text(in, tag) : skipped(in, tag, outerName);
                case 9 -> raw = bytes(in, tag);
                case 13 -> {
                    external = true;
                    in.skipField(tag);
                }
                default -> in.skipField(tag);
            }
        }
        if (external) {
            throw new CheckpointException("keeps its weights in another file; export it again as one file");
        }
        byte[] values = raw.isEmpty() ? listed.toByteArray() : raw.toByteArray();
        int number = type;
        String tensorName = name;
        // Types without weights, and whole numbers written as lists, are no weights: they need not be kept.
        OnnxTypes.type(number).ifPresent(known -> keep(tensorName, known, dimensions, values));
    }

    private void keep(String name, ElementType type, List<Long> dimensions, byte[] values) {
        long count = 1;
        for (long side : dimensions) {
            if (side < 0 || side > Integer.MAX_VALUE || side > 0 && count > Integer.MAX_VALUE / side) {
                throw new CheckpointException("holds a tensor '" + name + "' of impossible size " + dimensions);
            }
            count *= side;
        }
        boolean sized = dimensions.size() <= MAX_DIMENSIONS && count * type.bytes() == values.length;
        if (!sized && type.isFloating()) {
            throw new CheckpointException("holds a tensor '" + name + "' of size " + dimensions + " with "
                    + values.length + " bytes; the file is damaged");
        }
        if (sized) {
            int[] shape = dimensions.stream().mapToInt(Long::intValue).toArray();
            tensors.put(name, TensorData.ofBytes(type, shape, values));
        }
    }

    private static String skipped(CodedInputStream in, int tag, String kept) throws IOException {
        in.skipField(tag);
        return kept;
    }

    private static void wholeNumbers(CodedInputStream in, int tag, List<Long> into) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            int limit = in.pushLimit(in.readRawVarint32());
            while (in.getBytesUntilLimit() > 0) {
                into.add(in.readInt64());
            }
            in.popLimit(limit);
        } else {
            into.add(in.readInt64());
        }
    }

    /** float_data and double_data: little-endian numbers, packed or one by one. */
    private static byte[] packed(CodedInputStream in, int tag) throws IOException {
        return switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.readByteArray();
            case WireFormat.WIRETYPE_FIXED32 -> in.readRawBytes(Float.BYTES);
            case WireFormat.WIRETYPE_FIXED64 -> in.readRawBytes(Double.BYTES);
            default -> throw new CheckpointException("holds a list of numbers in an unknown form");
        };
    }

    private static CodedInputStream message(CodedInputStream in, int tag) throws IOException {
        return bytes(in, tag).newCodedInput();
    }

    private static String text(CodedInputStream in, int tag) throws IOException {
        return bytes(in, tag).toStringUtf8();
    }

    private static ByteString bytes(CodedInputStream in, int tag) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            throw new CheckpointException(
                    "is no ONNX model: field " + WireFormat.getTagFieldNumber(tag) + " has an unexpected form");
        }
        return in.readBytes();
    }
}
