package org.posewright.training.network;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.TensorData;

/** libtorch operations without its Scalars, Optionals and vectors. All results belong to the innermost open scope. */
public final class Torch {
    private static volatile TorchDevice home = TorchDevice.PROCESSOR;

    private Torch() {}

    /** Where this process makes its tensors and computes; the processor unless {@link TorchRuntime} was started on a card. */
    public static TorchDevice home() {
        return home;
    }

    static void settle(TorchDevice device) {
        home = device;
    }

    /** The tensor at home: itself when it is there already. */
    static Tensor atHome(Tensor tensor) {
        return home.isCuda()
                ? tensor.to(home.torchDevice(), tensor.scalar_type().intern())
                : tensor;
    }

    /**
     * Gives a tensor a life of its own: it survives the scope it was made in, until {@link #free}.
     *
     * @return the same tensor
     */
    public static Tensor keep(Tensor tensor) {
        return tensor.retainReference();
    }

    /** Ends the life that {@link #keep} gave. */
    public static void free(Tensor tensor) {
        tensor.releaseReference();
    }

    /** Runs a body in a scope of its own; only its result survives, in the scope around. */
    public static Tensor scoped(Supplier<Tensor> body) {
        Tensor result;
        try (PointerScope scope = new PointerScope()) {
            result = keep(body.get());
        }
        PointerScope around = PointerScope.getInnerScope();
        if (around != null) {
            around.attach(result);
            free(result);
        }
        return result;
    }

    /** No gradients are recorded until the result is closed. */
    public static AutoGradMode withoutGradients() {
        return new AutoGradMode(false);
    }

    public static Tensor plus(Tensor tensor, double value) {
        return tensor.add(new Scalar(value));
    }

    public static Tensor times(Tensor tensor, double factor) {
        return tensor.mul(new Scalar(factor));
    }

    public static Tensor cat(List<Tensor> tensors, long dimension) {
        return torch.cat(vector(tensors), dimension);
    }

    public static Tensor stack(List<Tensor> tensors, long dimension) {
        return torch.stack(vector(tensors), dimension);
    }

    public static TensorVector vector(List<Tensor> tensors) {
        return new TensorVector(tensors.toArray(Tensor[]::new));
    }

    public static TensorOptional optional(Tensor tensor) {
        return new TensorOptional(tensor);
    }

    public static Tensor channelsLast(Tensor tensor) {
        return tensor.contiguous(MemoryFormat.ChannelsLast);
    }

    public static Tensor floats(float[] values, long... shape) {
        return atHome(Tensor.create(values, shape));
    }

    public static Tensor longs(long[] values, long... shape) {
        return atHome(Tensor.create(values, shape));
    }

    /** Whole numbers from 0 to 255, one byte each. */
    public static Tensor unsignedBytes(byte[] values, long... shape) {
        return atHome(Tensor.create(values, false, shape));
    }

    /** A copy of the data at home, in the same element type. */
    public static Tensor of(TensorData data) {
        long[] shape = data.shapeList().stream().mapToLong(Integer::longValue).toArray();
        return scoped(() -> {
            Tensor copy = torch.empty(shape).to(scalarType(data.type()));
            ByteBuffer bytes = data.bytes();
            if (bytes.hasRemaining()) {
                new BytePointer(copy.data_ptr())
                        .capacity(bytes.remaining())
                        .asByteBuffer()
                        .put(bytes);
            }
            return atHome(copy);
        });
    }

    /** A copy of a tensor's values in row-major order, in its element type. */
    public static TensorData data(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor dense = tensor.detach().cpu().contiguous();
            ElementType type = elementType(dense.scalar_type().intern());
            byte[] bytes = new byte[Math.toIntExact(dense.numel() * type.bytes())];
            if (bytes.length > 0) {
                new BytePointer(dense.data_ptr()).get(bytes);
            }
            int[] shape = new int[(int) dense.dim()];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = Math.toIntExact(dense.size(i));
            }
            return TensorData.ofBytes(type, shape, bytes);
        }
    }

    /** A copy of a tensor's values in row-major order, as single-precision numbers. */
    public static float[] toFloats(Tensor tensor) {
        return data(tensor).floats();
    }

    /** A tensor of another element type on the processor. */
    public static Tensor cast(Tensor tensor, ScalarType type) {
        return tensor.to(new Device("cpu"), type);
    }

    private static ScalarType scalarType(ElementType type) {
        return switch (type) {
            case FLOAT32 -> ScalarType.Float;
            case FLOAT16 -> ScalarType.Half;
            case BFLOAT16 -> ScalarType.BFloat16;
            case FLOAT64 -> ScalarType.Double;
            case INT64 -> ScalarType.Long;
            case INT32 -> ScalarType.Int;
            case INT16 -> ScalarType.Short;
            case INT8 -> ScalarType.Char;
            case UINT8 -> ScalarType.Byte;
            case BOOL -> ScalarType.Bool;
        };
    }

    private static ElementType elementType(ScalarType type) {
        return switch (type) {
            case Float -> ElementType.FLOAT32;
            case Half -> ElementType.FLOAT16;
            case BFloat16 -> ElementType.BFLOAT16;
            case Double -> ElementType.FLOAT64;
            case Long -> ElementType.INT64;
            case Int -> ElementType.INT32;
            case Short -> ElementType.INT16;
            case Char -> ElementType.INT8;
            case Byte -> ElementType.UINT8;
            case Bool -> ElementType.BOOL;
            default -> throw new IllegalArgumentException("Tensors of type " + type + " are not supported.");
        };
    }
}
