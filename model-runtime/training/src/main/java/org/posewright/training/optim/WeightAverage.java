package org.posewright.training.optim;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.network.Torch;

/**
 * The exponential moving average of a network's weights and statistics, held by a second network: what is validated and saved. The
 * average follows quickly at first.
 */
public final class WeightAverage {

    private static final double DECAY = 0.9999;
    private static final double RAMP_UPDATES = 2000;

    private final TensorBlock parameters;
    private final Map<String, Tensor> statistics;
    private long updates;

    /**
     * @param average of the same structure as the trained network, with its weights; stays the caller's to close
     * @param parameters those of the average that will follow
     */
    public WeightAverage(PoseNetwork average, TensorBlock parameters, long updates) {
        this.parameters = parameters;
        this.updates = updates;
        statistics = average.buffers();
    }

    public long updates() {
        return updates;
    }

    static double decay(long updates) {
        return DECAY * (1 - Math.exp(-updates / RAMP_UPDATES));
    }

    /**
     * Follows the trained network by one step; counters are not averaged.
     *
     * @param learnt the trained network's parameters under the same names
     */
    @SuppressWarnings("try")
    public void follow(PoseNetwork trained, TensorBlock learnt) {
        updates++;
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            Scalar share = new Scalar(1 - decay(updates));
            parameters.values().lerp_(learnt.values(), share);
            Map<String, Tensor> current = trained.buffers();
            statistics.forEach((name, tensor) -> {
                if (tensor.is_floating_point()) {
                    Tensor source = current.get(name);
                    if (source == null) {
                        throw new IllegalStateException("the networks differ at " + name);
                    }
                    tensor.lerp_(source, share);
                }
            });
        }
    }
}
