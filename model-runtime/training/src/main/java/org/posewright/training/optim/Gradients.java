package org.posewright.training.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.network.Torch;

/** The gradients that parameters hold between steps, in one piece of memory. Begins with zeros; {@link #close} frees them. */
public final class Gradients implements AutoCloseable {

    private static final double NORM_EPSILON = 1e-6;

    private final TensorBlock parameters;
    private final Tensor values;

    /** Gives each parameter a gradient of zeros in place of the one it has. */
    @SuppressWarnings("try")
    public Gradients(TensorBlock parameters) {
        this.parameters = parameters;
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            values = parameters.zeros();
            for (String name : parameters.names()) {
                parameters.tensor(name).mutable_grad().put(parameters.part(values, name));
            }
        }
    }

    /** A block of the parameters' structure. */
    Tensor values() {
        return values;
    }

    /**
     * Scales all gradients so that their common L2 norm is at most {@code limit}.
     *
     * @return the norm before
     */
    @SuppressWarnings("try")
    public double clip(double limit) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            double norm = values.norm().item_double();
            double factor = limit / (norm + NORM_EPSILON);
            if (factor < 1) {
                values.mul_(new Scalar(factor));
            }
            return norm;
        }
    }

    @SuppressWarnings("try")
    public void zero() {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            values.zero_();
        }
    }

    /** A copy of all gradients: what an interrupted accumulation needs to go on. */
    @SuppressWarnings("try")
    public Map<String, TensorData> copy() {
        Map<String, TensorData> copy = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope()) {
            for (String name : parameters.names()) {
                copy.put(name, Torch.data(parameters.part(values, name)));
            }
        }
        return copy;
    }

    /** Puts gradients back that {@link #copy} gave; those it does not name become 0. */
    @SuppressWarnings("try")
    public void restore(Map<String, TensorData> saved) {
        zero();
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            for (String name : parameters.names()) {
                TensorData data = saved.get(name);
                if (data != null) {
                    parameters.part(values, name).copy_(Torch.of(data));
                }
            }
        }
    }

    @Override
    public void close() {
        Torch.free(values);
    }
}
