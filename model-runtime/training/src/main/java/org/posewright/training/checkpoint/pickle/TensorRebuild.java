package org.posewright.training.checkpoint.pickle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.TensorData;

/** Turns views of storages (offset, sizes, strides) into dense tensors, within a budget of bytes for the whole file. */
final class TensorRebuild {
    private static final int MAX_DIMENSIONS = 16;
    private static final Map<String, ElementType> STORAGE_TYPES = Map.of(
            "FloatStorage", ElementType.FLOAT32,
            "HalfStorage", ElementType.FLOAT16,
            "BFloat16Storage", ElementType.BFLOAT16,
            "DoubleStorage", ElementType.FLOAT64,
            "LongStorage", ElementType.INT64,
            "IntStorage", ElementType.INT32,
            "ShortStorage", ElementType.INT16,
            "CharStorage", ElementType.INT8,
            "ByteStorage", ElementType.UINT8,
            "BoolStorage", ElementType.BOOL);

    private final StorageSource source;
    private long bytesLeft;

    /** @param byteBudget most bytes that all tensors together may take */
    TensorRebuild(StorageSource source, long byteBudget) {
        this.source = source;
        this.bytesLeft = byteBudget;
    }

    /** A persistent id: ('storage', class, key, location, elements). */
    PickleStorage storage(@Nullable Object id) {
        if (id instanceof List<?> parts
                && parts.size() >= 5
                && "storage".equals(parts.get(0))
                && parts.get(1) instanceof GlobalName storageClass
                && parts.get(2) instanceof String key
                && parts.get(4) instanceof Long elements) {
            ElementType type = STORAGE_TYPES.get(storageClass.name());
            if (type == null || !storageClass.rootPackage().equals("torch")) {
                throw new CheckpointException("The checkpoint uses an unknown storage class: " + storageClass + ".");
            }
            if (elements < 0 || elements > Integer.MAX_VALUE) {
                throw new CheckpointException("Storage '" + key + "' claims " + elements
                        + " elements, more than a tensor can have; the file is damaged or made to harm.");
            }
            return source.find(key, type, elements);
        }
        throw new CheckpointException("The checkpoint refers to something outside of it that is no tensor storage.");
    }

    /** Arguments of {@code torch._utils._rebuild_tensor_v2}: storage, offset, sizes, strides, and more that does not matter here. */
    TensorData tensor(List<?> arguments) {
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof PickleStorage storage)
                || !(arguments.get(1) instanceof Long offset)
                || !(arguments.get(2) instanceof List<?> sizes)
                || !(arguments.get(3) instanceof List<?> strides)
                || sizes.size() != strides.size()
                || sizes.size() > MAX_DIMENSIONS) {
            throw new CheckpointException("The checkpoint holds a tensor with malformed size, strides or storage.");
        }
        int[] shape = new int[sizes.size()];
        long[] step = new long[sizes.size()];
        long count = 1;
        long last = offset;
        for (int i = 0; i < shape.length; i++) {
            long size = nonNegative(sizes.get(i));
            step[i] = nonNegative(strides.get(i));
            if (size > Integer.MAX_VALUE || size > 0 && count > Integer.MAX_VALUE / size) {
                throw tooLarge(sizes, storage);
            }
            shape[i] = (int) size;
            count *= size;
            last = step[i] > storage.elements() && size > 1 ? Long.MAX_VALUE : saturatedAdd(last, step[i] * (size - 1));
        }
        if (offset < 0 || count > 0 && last >= storage.elements()) {
            throw tooLarge(sizes, storage);
        }
        int elementBytes = storage.type().bytes();
        bytesLeft -= count * elementBytes;
        if (bytesLeft < 0 || count * elementBytes > Integer.MAX_VALUE - 8) {
            throw tooLarge(sizes, storage);
        }
        byte[] dense = new byte[(int) count * elementBytes];
        if (count > 0) {
            gather(storage.bytes(), elementBytes, offset, shape, step, dense);
        }
        return TensorData.ofBytes(storage.type(), shape, dense);
    }

    /** Copies elements in row-major order; runs that lie together are copied at once. */
    private static void gather(byte[] from, int elementBytes, long offset, int[] shape, long[] step, byte[] to) {
        int run = elementBytes;
        int outer = shape.length;
        while (outer > 0 && (shape[outer - 1] == 1 || step[outer - 1] * elementBytes == run)) {
            run *= shape[outer - 1];
            outer--;
        }
        int[] index = new int[outer];
        for (int written = 0; written < to.length; written += run) {
            long element = offset;
            for (int i = 0; i < outer; i++) {
                element += index[i] * step[i];
            }
            System.arraycopy(from, (int) (element * elementBytes), to, written, run);
            for (int i = outer - 1; i >= 0 && ++index[i] == shape[i]; i--) {
                index[i] = 0;
            }
        }
    }

    private static long nonNegative(@Nullable Object value) {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new CheckpointException("The checkpoint holds a tensor with an impossible size or stride.");
    }

    private static long saturatedAdd(long left, long right) {
        long sum = left + right;
        return sum < left && right > 0 ? Long.MAX_VALUE : sum;
    }

    private static CheckpointException tooLarge(List<?> sizes, PickleStorage storage) {
        List<?> plain =
                sizes.stream().map(size -> size instanceof Long ? size : "?").toList();
        return new CheckpointException("The checkpoint holds a tensor of size " + plain + " on a storage of "
                + storage.elements() + " elements; the file is damaged or made to harm.");
    }
}
