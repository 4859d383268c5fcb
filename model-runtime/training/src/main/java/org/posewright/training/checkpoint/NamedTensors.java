package org.posewright.training.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An immutable, ordered state dictionary: tensors by the reference's names, such as {@code model.0.conv.weight}. */
public final class NamedTensors {
    private final Map<String, TensorData> byName;

    public NamedTensors(Map<String, TensorData> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public Map<String, TensorData> asMap() {
        return byName;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public int size() {
        return byName.size();
    }

    public boolean contains(String name) {
        return byName.containsKey(name);
    }

    /** Null if there is no such tensor. */
    public @Nullable TensorData find(String name) {
        return byName.get(name);
    }

    /** @throws CheckpointException if there is no such tensor */
    public TensorData get(String name) {
        TensorData tensor = byName.get(name);
        if (tensor == null) {
            throw new CheckpointException("The weights have no tensor named '" + name + "'.");
        }
        return tensor;
    }

    /** The same names with each tensor replaced. */
    public NamedTensors map(UnaryOperator<TensorData> change) {
        Map<String, TensorData> changed = new LinkedHashMap<>();
        byName.forEach((name, tensor) -> changed.put(name, change.apply(tensor)));
        return new NamedTensors(changed);
    }

    /** Floating tensors rounded to half precision, as checkpoints are published. */
    public NamedTensors toFloat16() {
        return map(TensorData::toFloat16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedTensors that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return "NamedTensors" + byName;
    }
}
