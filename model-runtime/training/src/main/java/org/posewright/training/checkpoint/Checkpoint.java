package org.posewright.training.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.graph.NetworkSpec;

/**
 * A model as a file holds it.
 *
 * @param spec which network the weights belong to
 * @param weights by the reference's names, in the file's element types; batch normalisation may be folded
 * @param trainingState whatever a training left for resuming: nested maps (text or whole-number keys), lists, texts, numbers, truth values,
 *     {@link TensorData} and {@link NamedTensors} (read back as maps); empty for published models
 */
public record Checkpoint(
        NetworkSpec spec, NamedTensors weights, CheckpointInfo info, Map<String, @Nullable Object> trainingState) {
    public Checkpoint {
        trainingState = Collections.unmodifiableMap(new LinkedHashMap<>(trainingState));
    }

    /** A model without anything to resume from. */
    public static Checkpoint of(NetworkSpec spec, NamedTensors weights, CheckpointInfo info) {
        return new Checkpoint(spec, weights, info, Map.of());
    }
}
