package org.posewright.training.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.network.Torch;

/**
 * Moves parameters along their gradients. Written out here, not taken from libtorch, because its optimisers' state cannot be saved
 * and restored through the binding. Not thread-safe; {@link #close} frees the state.
 */
public final class PoseOptimizer implements AutoCloseable {

    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final String FIRST = ".first";
    private static final String SECOND = ".second";

    private final OptimizerRule rule;
    private final Map<ParameterGroup, Map<String, Tensor>> groups;
    private final Map<String, Tensor> state = new LinkedHashMap<>();
    private long steps;

    /**
     * @param parameters what may move, by reference name
     */
    public PoseOptimizer(OptimizerRule rule, Map<String, Tensor> parameters) {
        this.rule = rule;
        groups = ParameterGroup.split(parameters);
        try (PointerScope scope = new PointerScope()) {
            parameters.forEach((name, tensor) -> {
                state.put(name + FIRST, zerosLike(tensor));
                if (rule.kind() != OptimizerKind.SGD) {
                    state.put(name + SECOND, zerosLike(tensor));
                }
            });
        }
    }

    private static Tensor zerosLike(Tensor tensor) {
        return Torch.keep(torch.zeros_like(tensor.detach()));
    }

    public long steps() {
        return steps;
    }

    /** One step with the gradients at hand; parameters without a gradient stay. */
    @SuppressWarnings("try")
    public void step(TrainingSchedule.Values values) {
        steps++;
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            groups.forEach((group, parameters) -> {
                double rate = group == ParameterGroup.BIAS ? values.biasRate() : values.weightRate();
                double decay = group == ParameterGroup.WEIGHT ? rule.weightDecay() : 0;
                parameters.forEach((name, parameter) -> {
                    Tensor gradient = parameter.grad();
                    if (gradient.defined()) {
                        move(name, parameter, gradient, new Move(rate, decay, values.momentum()));
                    }
                });
            });
        }
    }

    private record Move(double rate, double decay, double momentum) {}

    @SuppressWarnings("try")
    private void move(String name, Tensor parameter, Tensor gradient, Move move) {
        try (PointerScope scope = new PointerScope()) {
            switch (rule.kind()) {
                case SGD -> descend(name, parameter, gradient, move);
                case ADAM -> adam(name, parameter, withDecay(parameter, gradient, move.decay), move.rate);
                default -> {
                    parameter.mul_(new Scalar(1 - move.rate * move.decay));
                    adam(name, parameter, gradient, move.rate);
                }
            }
        }
    }

    private static Tensor withDecay(Tensor parameter, Tensor gradient, double decay) {
        return decay == 0 ? gradient : gradient.add(parameter, new Scalar(decay));
    }

    private void descend(String name, Tensor parameter, Tensor gradient, Move move) {
        Tensor direction = withDecay(parameter, gradient, move.decay);
        Tensor velocity = stateOf(name + FIRST);
        velocity.mul_(new Scalar(move.momentum)).add_(direction);
        Tensor ahead = direction.add(velocity, new Scalar(move.momentum));
        parameter.add_(ahead, new Scalar(-move.rate));
    }

    private void adam(String name, Tensor parameter, Tensor gradient, double rate) {
        double beta1 = rule.momentum();
        Tensor mean = stateOf(name + FIRST);
        Tensor square = stateOf(name + SECOND);
        mean.lerp_(gradient, new Scalar(1 - beta1));
        square.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
        double meanCorrection = 1 - Math.pow(beta1, steps);
        double squareCorrection = Math.sqrt(1 - Math.pow(BETA2, steps));
        Tensor scale = square.sqrt().div_(new Scalar(squareCorrection)).add_(new Scalar(EPSILON));
        parameter.addcdiv_(mean, scale, new Scalar(-rate / meanCorrection));
    }

    private Tensor stateOf(String key) {
        Tensor tensor = state.get(key);
        if (tensor == null) {
            throw new IllegalStateException("the optimiser is closed or never knew " + key);
        }
        return tensor;
    }

    /** A copy of everything that {@link #restore} needs but the number of steps. */
    public Map<String, TensorData> state() {
        Map<String, TensorData> copy = new LinkedHashMap<>();
        state.forEach((name, tensor) -> copy.put(name, Torch.data(tensor)));
        return copy;
    }

    /**
     * Goes on where another optimiser of the same kind and parameters stopped.
     *
     * @throws IllegalArgumentException if the state is not that of the same parameters
     */
    @SuppressWarnings("try")
    public void restore(Map<String, TensorData> saved, long savedSteps) {
        if (!saved.keySet().containsAll(state.keySet())) {
            throw new IllegalArgumentException("the saved optimiser state belongs to other parameters");
        }
        steps = savedSteps;
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            state.forEach((name, tensor) -> tensor.copy_(Torch.of(saved.get(name))));
        }
    }

    @Override
    public void close() {
        state.values().forEach(Torch::free);
        state.clear();
    }
}
