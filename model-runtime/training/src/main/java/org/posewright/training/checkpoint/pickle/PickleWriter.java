package org.posewright.training.checkpoint.pickle;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;

/**
 * Writes plain nested values as a pickle of protocol 2 that {@code torch.load(weights_only=True)} opens: maps, lists, texts, numbers, truth
 * values, None, tensors, and {@link NamedTensors} as an ordered dictionary.
 */
public final class PickleWriter {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_UNSIGNED_BYTE = 255;

    /** Takes a tensor's elements and says under which key they are stored. */
    @FunctionalInterface
    public interface StorageSink {
        String store(TensorData tensor);
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final StorageSink storages;
    private final Map<String, Integer> memo = new HashMap<>();

    private PickleWriter(StorageSink storages) {
        this.storages = storages;
    }

    /** @throws CheckpointException if a value is of a kind that has no plain form */
    public static byte[] write(@Nullable Object root, StorageSink storages) {
        PickleWriter writer = new PickleWriter(storages);
        try {
            writer.out.write(new byte[] {(byte) 0x80, 2});
            writer.value(root, 0);
            writer.out.writeByte('.');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return writer.bytes.toByteArray();
    }

    private void value(@Nullable Object value, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new CheckpointException("The values to save are nested without end.");
        }
        if (value == null) {
            out.writeByte('N');
        } else if (value instanceof Boolean truth) {
            out.writeByte(truth ? 0x88 : 0x89);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double || value instanceof Float) {
            out.writeByte('G');
            out.writeDouble(((Number) value).doubleValue());
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            integer(((Number) value).longValue());
        } else if (value instanceof TensorData tensor) {
            tensor(tensor);
        } else if (value instanceof NamedTensors tensors) {
            orderedDictionary();
            entries(tensors.asMap(), depth);
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('}');
            entries(map, depth);
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else {
            throw new CheckpointException(
                    "A " + value.getClass().getSimpleName() + " cannot be saved in a checkpoint.");
        }
    }

    private void list(List<?> list, int depth) throws IOException {
        out.writeByte(']');
        out.writeByte('(');
        for (Object element : list) {
            value(element, depth + 1);
        }
        out.writeByte('e');
    }

    private void entries(Map<?, ?> map, int depth) throws IOException {
        out.writeByte('(');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            value(entry.getKey(), depth + 1);
            value(entry.getValue(), depth + 1);
        }
        out.writeByte('u');
    }

    private void integer(long value) throws IOException {
        if (value >= 0 && value <= MAX_UNSIGNED_BYTE) {
            out.writeByte('K');
            out.writeByte((int) value);
        } else if (value == (int) value) {
            out.writeByte('J');
            out.writeInt(Integer.reverseBytes((int) value));
        } else {
            out.writeByte(0x8a);
            out.writeByte(Long.BYTES);
            out.writeLong(Long.reverseBytes(value));
        }
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('X');
        out.writeInt(Integer.reverseBytes(utf8.length));
        out.write(utf8);
    }

    /** A name for import; remembered, since PyTorch's restricted reader is quick with names it has seen. */
    private void global(String module, String name) throws IOException {
        String key = module + "." + name;
        Integer known = memo.get(key);
        if (known != null) {
            out.writeByte('j');
            out.writeInt(Integer.reverseBytes(known));
            return;
        }
        out.writeByte('c');
        out.write((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeByte('r');
        out.writeInt(Integer.reverseBytes(memo.size()));
        memo.put(key, memo.size());
    }

    private void orderedDictionary() throws IOException {
        global("collections", "OrderedDict");
        out.writeByte(')');
        out.writeByte('R');
    }

    /** torch._utils._rebuild_tensor_v2(storage, 0, size, stride, False, OrderedDict()). */
    private void tensor(TensorData tensor) throws IOException {
        global("torch._utils", "_rebuild_tensor_v2");
        out.writeByte('(');
        out.writeByte('(');
        text("storage");
        global("torch", storageClass(tensor.type()));
        text(storages.store(tensor));
        text("cpu");
        integer(tensor.elements());
        out.writeByte('t');
        out.writeByte('Q');
        integer(0);
        int[] shape = tensor.shape();
        tuple(shape);
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(shape[i], 1);
        }
        tuple(strides);
        out.writeByte(0x89);
        orderedDictionary();
        out.writeByte('t');
        out.writeByte('R');
    }

    private void tuple(int[] values) throws IOException {
        out.writeByte('(');
        for (int value : values) {
            integer(value);
        }
        out.writeByte('t');
    }

    private static String storageClass(ElementType type) {
        return switch (type) {
            case FLOAT32 -> "FloatStorage";
            case FLOAT16 -> "HalfStorage";
            case BFLOAT16 -> "BFloat16Storage";
            case FLOAT64 -> "DoubleStorage";
            case INT64 -> "LongStorage";
            case INT32 -> "IntStorage";
            case INT16 -> "ShortStorage";
            case INT8 -> "CharStorage";
            case UINT8 -> "ByteStorage";
            case BOOL -> "BoolStorage";
        };
    }
}
