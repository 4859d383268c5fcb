package org.posewright.training.optim;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The three kinds of parameters that are treated differently; the order is that of {@code lr/pg0 … lr/pg2}. */
public enum ParameterGroup {
    /** Biases, also those of batch normalisation: no decay, a warm-up of their own. */
    BIAS,
    /** Convolution weights: the only ones with decay. */
    WEIGHT,
    /** Scales of batch normalisation: no decay. */
    NORM;

    static ParameterGroup of(String name) {
        if (name.contains("bias")) {
            return BIAS;
        }
        return name.contains(".bn.") ? NORM : WEIGHT;
    }

    /** Sorts parameters by their reference names. */
    static Map<ParameterGroup, Map<String, Tensor>> split(Map<String, Tensor> parameters) {
        Map<ParameterGroup, Map<String, Tensor>> groups = new EnumMap<>(ParameterGroup.class);
        for (ParameterGroup group : values()) {
            groups.put(group, new LinkedHashMap<>());
        }
        parameters.forEach((name, tensor) ->
                groups.computeIfAbsent(of(name), group -> new LinkedHashMap<>()).put(name, tensor));
        return groups;
    }
}
