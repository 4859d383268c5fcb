package org.posewright.training.checkpoint.pt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.pickle.InertObject;

/** A pickled tree of PyTorch modules, walked depth first into a state dictionary: parameters, buffers, then children. */
final class ModuleTree {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_MODULES = 100_000;
    private static final int MAX_ENTRIES = 5_000_000;

    private final Map<String, TensorData> tensors = new LinkedHashMap<>();
    private int modules;
    private int entriesSeen;

    private ModuleTree() {}

    /** The state dictionary, or empty if the object is no module. */
    static Optional<NamedTensors> stateOf(@Nullable Object root) {
        if (!(root instanceof InertObject object) || !object.attributes().containsKey("_modules")) {
            return Optional.empty();
        }
        ModuleTree tree = new ModuleTree();
        tree.walk(object, "", 0);
        return Optional.of(new NamedTensors(tree.tensors));
    }

    private void walk(InertObject module, String prefix, int depth) {
        if (depth > MAX_DEPTH || ++modules > MAX_MODULES) {
            throw new CheckpointException("The model in the checkpoint is nested without end or has too many modules.");
        }
        Map<?, ?> attributes = module.attributes();
        Set<?> unsaved = attributes.get("_non_persistent_buffers_set") instanceof Collection<?> names
                ? names.stream().filter(String.class::isInstance).collect(Collectors.toSet())
                : Set.of();
        collect(attributes.get("_parameters"), prefix, Set.of());
        collect(attributes.get("_buffers"), prefix, unsaved);
        if (attributes.get("_modules") instanceof Map<?, ?> children) {
            children.forEach((name, child) -> {
                if (name instanceof String text && child instanceof InertObject object) {
                    walk(object, prefix + text + ".", depth + 1);
                }
            });
        }
    }

    private void collect(@Nullable Object entries, String prefix, Set<?> skipped) {
        if (entries instanceof Map<?, ?> map) {
            entriesSeen += map.size();
            if (entriesSeen > MAX_ENTRIES) {
                throw new CheckpointException("The model in the checkpoint has more parameters than any network.");
            }
            map.forEach((name, value) -> {
                if (name instanceof String text && value instanceof TensorData tensor && !skipped.contains(text)) {
                    tensors.put(prefix + text, tensor);
                }
            });
        }
    }
}
