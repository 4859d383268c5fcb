package org.posewright.training.graph;

import java.util.List;

/**
 * One entry of the state dictionary.
 *
 * @param name as in the reference, such as {@code model.0.conv.weight}
 * @param shape empty for a scalar
 */
public record ParameterSpec(String name, Kind kind, List<Integer> shape) {
    /** What an entry is, which decides its initial value and whether it is trained. */
    public enum Kind {
        CONV_WEIGHT,
        CONV_BIAS,
        NORM_WEIGHT,
        NORM_BIAS,
        NORM_MEAN,
        NORM_VARIANCE,
        /** Number of batches seen, an int64 scalar. */
        NORM_COUNT,
        /** 0 … 15, the fixed weights of the box distribution's expectation. */
        BIN_VALUES;

        /** Whether training changes the entry by gradient. */
        public boolean trainable() {
            return this == CONV_WEIGHT || this == CONV_BIAS || this == NORM_WEIGHT || this == NORM_BIAS;
        }

        /** Whether the reference counts the entry as a parameter, not a buffer. */
        public boolean parameter() {
            return trainable() || this == BIN_VALUES;
        }
    }

    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    public int elements() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
