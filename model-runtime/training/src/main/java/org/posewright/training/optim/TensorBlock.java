package org.posewright.training.optim;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.posewright.training.network.Torch;

/**
 * Many parameters in one piece of memory, group after group, so that a step is a few operations and not thousands: what counts on a card,
 * where each operation costs a launch. The tensors stay the objects they were and keep their memory layout. {@link #close} lets go of the
 * block, which lives on as long as one of its tensors does.
 */
public final class TensorBlock implements AutoCloseable {

    /** Each tensor begins at a full cache line, as libraries like it. */
    private static final long ALIGNMENT = 32;

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<ParameterGroup, Range> ranges = new EnumMap<>(ParameterGroup.class);
    private final Tensor values;

    /** Where a tensor lies: {@code offset} in elements. */
    private record Slot(Tensor tensor, long offset) {}

    /** Elements of one group. */
    private record Range(long offset, long length) {}

    private TensorBlock(Map<String, Tensor> tensors) {
        long size = 0;
        for (Map.Entry<ParameterGroup, Map<String, Tensor>> group :
                ParameterGroup.split(tensors).entrySet()) {
            long begin = size;
            for (Map.Entry<String, Tensor> entry : group.getValue().entrySet()) {
                slots.put(entry.getKey(), new Slot(entry.getValue(), size));
                size += (entry.getValue().numel() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            }
            ranges.put(group.getKey(), new Range(begin, size - begin));
        }
        Tensor like = tensors.values().iterator().next();
        values = Torch.keep(like.detach().new_zeros(size));
    }

    /**
     * Moves tensors into a block of their own.
     *
     * @param tensors dense, of one element type and on one device, by reference name
     */
    @SuppressWarnings("try")
    public static TensorBlock gather(Map<String, Tensor> tensors) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            TensorBlock block = new TensorBlock(tensors);
            tensors.forEach((name, tensor) -> {
                Tensor place = block.part(block.values, name);
                place.copy_(tensor.detach());
                tensor.set_data(place);
            });
            return block;
        }
    }

    /** The tensors' values; everything between them is 0. */
    Tensor values() {
        return values;
    }

    /** Names of the tensors, in the order of the block. */
    Iterable<String> names() {
        return slots.keySet();
    }

    /** The tensor of a name, as it was given. */
    Tensor tensor(String name) {
        return slot(name).tensor;
    }

    /** A kept block of zeros of the same structure. */
    Tensor zeros() {
        return Torch.keep(torch.zeros_like(values));
    }

    /** One group's elements of a block of this structure; shares its memory. */
    Tensor part(Tensor block, ParameterGroup group) {
        Range range = ranges.getOrDefault(group, new Range(0, 0));
        return block.narrow(0, range.offset, range.length);
    }

    /** One tensor's elements of a block of this structure, in the tensor's shape and layout; shares its memory. */
    Tensor part(Tensor block, String name) {
        Slot slot = slot(name);
        int dimensions = (int) slot.tensor.dim();
        long[] sizes = new long[dimensions];
        long[] strides = new long[dimensions];
        for (int i = 0; i < dimensions; i++) {
            sizes[i] = slot.tensor.size(i);
            strides[i] = slot.tensor.stride(i);
        }
        return block.as_strided(sizes, strides, new LongOptional(slot.offset));
    }

    private Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalStateException("the block has no tensor named " + name);
        }
        return slot;
    }

    @Override
    public void close() {
        Torch.free(values);
    }
}
