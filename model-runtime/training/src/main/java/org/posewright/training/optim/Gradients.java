package org.posewright.training.optim;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.network.Torch;

/** The gradients that parameters hold between steps. */
public final class Gradients {

    private static final double NORM_EPSILON = 1e-6;

    private final Map<String, Tensor> parameters;

    public Gradients(Map<String, Tensor> parameters) {
        this.parameters = parameters;
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
            double norm = norm(parameters.values());
            double factor = limit / (norm + NORM_EPSILON);
            if (factor < 1) {
                for (Tensor parameter : parameters.values()) {
                    Tensor gradient = parameter.grad();
                    if (gradient.defined()) {
                        gradient.mul_(new Scalar(factor));
                    }
                }
            }
            return norm;
        }
    }

    private static double norm(Collection<Tensor> parameters) {
        TensorVector norms = new TensorVector();
        for (Tensor parameter : parameters) {
            Tensor gradient = parameter.grad();
            if (gradient.defined()) {
                norms.push_back(gradient.norm());
            }
        }
        return norms.empty() ? 0 : torch.stack(norms, 0).norm().item_double();
    }

    @SuppressWarnings("try")
    public void zero() {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            for (Tensor parameter : parameters.values()) {
                Tensor gradient = parameter.grad();
                if (gradient.defined()) {
                    gradient.zero_();
                }
            }
        }
    }

    /** A copy of all gradients: what an interrupted accumulation needs to go on. */
    @SuppressWarnings("try")
    public Map<String, TensorData> copy() {
        Map<String, TensorData> copy = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope()) {
            parameters.forEach((name, parameter) -> {
                Tensor gradient = parameter.grad();
                if (gradient.defined()) {
                    copy.put(name, Torch.data(gradient));
                }
            });
        }
        return copy;
    }

    /** Puts gradients back that {@link #copy} gave. */
    @SuppressWarnings("try")
    public void restore(Map<String, TensorData> saved) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            saved.forEach((name, data) -> {
                Tensor parameter = parameters.get(name);
                if (parameter != null) {
                    parameter
                            .mutable_grad()
                            .put(torch.zeros_like(parameter.detach()).copy_(Torch.of(data)));
                }
            });
        }
    }
}
