package org.posewright.training.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.network.Torch;

/**
 * Moves parameters along their gradients. Written out here, not taken from libtorch, because its optimisers' state cannot be saved
 * and restored through the binding. Not thread-safe; {@link #close} frees the state.
 */
public final class PoseOptimizer implements AutoCloseable {

    private static final String FIRST = ".first";
    private static final String SECOND = ".second";

    private final OptimizerRule rule;
    private final TensorBlock parameters;
    private final Gradients gradients;
    private final MomentumProduct momentumProduct;

    /** Moments by the ending of their name; blocks of the parameters' structure. */
    private final Map<String, Tensor> moments = new LinkedHashMap<>();

    private long steps;

    /**
     * @param parameters what may move
     * @param gradients of the same parameters
     */
    public PoseOptimizer(OptimizerRule rule, TensorBlock parameters, Gradients gradients) {
        this.rule = rule;
        this.parameters = parameters;
        this.gradients = gradients;
        momentumProduct = new MomentumProduct(rule.momentum());
        try (PointerScope scope = new PointerScope()) {
            moments.put(FIRST, parameters.zeros());
            if (rule.kind() != OptimizerKind.SGD) {
                moments.put(SECOND, parameters.zeros());
            }
        }
    }

    public long steps() {
        return steps;
    }

    /** One step with the gradients at hand. */
    @SuppressWarnings("try")
    public void step(TrainingSchedule.Values values) {
        steps++;
        for (ParameterGroup group : ParameterGroup.values()) {
            try (PointerScope scope = new PointerScope();
                    AutoGradMode off = Torch.withoutGradients()) {
                double rate = group == ParameterGroup.BIAS ? values.biasRate() : values.weightRate();
                double decay = group == ParameterGroup.WEIGHT ? rule.weightDecay() : 0;
                GroupUpdate.Step step =
                        new GroupUpdate.Step(rate, decay, values.momentum(), rule.momentum(), steps, momentumProduct);
                new GroupUpdate(
                                parameters.part(parameters.values(), group),
                                parameters.part(gradients.values(), group),
                                moment(FIRST, group),
                                moment(moments.containsKey(SECOND) ? SECOND : FIRST, group),
                                step)
                        .apply(rule.kind());
            }
        }
    }

    private Tensor moment(String ending, ParameterGroup group) {
        Tensor block = moments.get(ending);
        if (block == null) {
            throw new IllegalStateException("the optimiser is closed or has no moment " + ending);
        }
        return parameters.part(block, group);
    }

    /** A copy of everything that {@link #restore} needs but the number of steps; by parameter name and ending. */
    public Map<String, TensorData> state() {
        Map<String, TensorData> copy = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope()) {
            for (String name : parameters.names()) {
                moments.forEach((ending, block) -> copy.put(name + ending, Torch.data(parameters.part(block, name))));
            }
        }
        return copy;
    }

    /**
     * Goes on where another optimiser of the same kind and parameters stopped.
     *
     * @throws IllegalArgumentException if the state is not that of the same parameters
     */
    @SuppressWarnings("try")
    public void restore(Map<String, TensorData> saved, long savedSteps) {
        steps = savedSteps;
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            for (String name : parameters.names()) {
                moments.forEach((ending, block) ->
                        parameters.part(block, name).copy_(Torch.of(savedMoment(saved, name + ending))));
            }
        }
    }

    private static TensorData savedMoment(Map<String, TensorData> saved, String key) {
        TensorData data = saved.get(key);
        if (data == null) {
            throw new IllegalArgumentException(
                    "the saved optimiser state belongs to other parameters: it has no " + key);
        }
        return data;
    }

    @Override
    public void close() {
        moments.values().forEach(Torch::free);
        moments.clear();
    }
}
