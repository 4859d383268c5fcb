package org.posewright.training.checkpoint.onnx;

import java.util.Optional;
import org.posewright.training.checkpoint.ElementType;

/** Numbers of element types in {@code TensorProto.DataType}. */
final class OnnxTypes {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int FLOAT16 = 10;

    private OnnxTypes() {}

    static int number(ElementType type) {
        return switch (type) {
            case FLOAT32 -> FLOAT;
            case UINT8 -> 2;
            case INT8 -> 3;
            case INT16 -> 5;
            case INT32 -> 6;
            case INT64 -> INT64;
            case BOOL -> 9;
            case FLOAT16 -> FLOAT16;
            case FLOAT64 -> 11;
            case BFLOAT16 -> 16;
        };
    }

    /** Empty for types no weight has. */
    static Optional<ElementType> type(int number) {
        for (ElementType type : ElementType.values()) {
            if (number(type) == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
