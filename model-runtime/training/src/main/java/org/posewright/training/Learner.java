package org.posewright.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.loss.LossItems;
import org.posewright.training.loss.PoseLoss;
import org.posewright.training.network.NormMode;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.optim.Gradients;
import org.posewright.training.optim.OptimizerRule;
import org.posewright.training.optim.PoseOptimizer;
import org.posewright.training.optim.TensorBlock;
import org.posewright.training.optim.TrainingSchedule;
import org.posewright.training.optim.WeightAverage;

/** Everything that changes while a run learns: the network, its average, the optimiser, gradients under way. Owns native memory. */
final class Learner implements AutoCloseable {

    private static final double GRADIENT_LIMIT = 10;

    private final PoseNetwork network;
    private final PoseNetwork averaged;
    private final TensorBlock parameters;
    private final TensorBlock averagedParameters;
    private final Gradients gradients;
    private final PoseOptimizer optimizer;
    private final BatchStep step;
    private final boolean usesBfloat16;
    private WeightAverage average;
    private long lastStep = -1;

    /**
     * @param network to train; closed with this
     * @param frozenLayers numbers of layers whose parameters stay
     */
    Learner(PoseNetwork network, NormMode norm, List<Integer> frozenLayers, OptimizerRule rule, Step how) {
        this.network = network;
        averaged = PoseNetwork.create(network.spec(), 0);
        averaged.load(network.state());
        averaged.parameters().values().forEach(tensor -> tensor.set_requires_grad(false));
        network.setNormMode(norm);
        Map<String, Tensor> free = new LinkedHashMap<>(network.parameters());
        for (int layer : frozenLayers) {
            free.keySet().removeIf(name -> name.startsWith("model." + layer + "."));
        }
        network.parameters().forEach((name, tensor) -> tensor.set_requires_grad(free.containsKey(name)));
        if (free.isEmpty()) {
            throw new TrainingException("freeze leaves no layer to train; freeze fewer layers");
        }
        parameters = TensorBlock.gather(free);
        gradients = new Gradients(parameters);
        optimizer = new PoseOptimizer(rule, parameters, gradients);
        Map<String, Tensor> following = new LinkedHashMap<>(averaged.parameters());
        following.keySet().retainAll(free.keySet());
        averagedParameters = TensorBlock.gather(following);
        average = new WeightAverage(averaged, averagedParameters, 0);
        usesBfloat16 = how.usesBfloat16;
        step = new BatchStep(network, how.loss, how.usesBfloat16);
    }

    /** How a batch is computed. */
    record Step(PoseLoss loss, boolean usesBfloat16) {}

    PoseNetwork averaged() {
        return averaged;
    }

    /** "bf16" or "fp32". */
    String precision() {
        return usesBfloat16 ? "bf16" : "fp32";
    }

    long lastStep() {
        return lastStep;
    }

    /**
     * Learns from one batch; moves the weights when enough batches are gathered.
     *
     * @param globalBatch 0-based number of the batch since the run began
     * @return the loss items; not finite ones change nothing
     */
    LossItems learn(PixelBatch batch, int inputSize, long globalBatch, TrainingSchedule.Values values) {
        LossItems items = step.run(batch, inputSize);
        if (items.isFinite() && globalBatch - lastStep >= values.accumulate()) {
            gradients.clip(GRADIENT_LIMIT);
            optimizer.step(values);
            gradients.zero();
            average.follow(network, parameters);
            lastStep = globalBatch;
        }
        return items;
    }

    /** What {@link #restore} needs, beside the averaged weights that a checkpoint holds anyway. */
    Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("model", network.state());
        state.put("optimizer", new NamedTensors(optimizer.state()));
        state.put("optimizer_steps", optimizer.steps());
        state.put("gradients", new NamedTensors(gradients.copy()));
        state.put("updates", average.updates());
        state.put("last_step", lastStep);
        return state;
    }

    /** Goes on exactly where {@link #state} was taken. */
    void restore(NamedTensors averagedWeights, Map<?, ?> state) {
        averaged.load(averagedWeights);
        network.load(tensors(state, "model"));
        optimizer.restore(tensors(state, "optimizer").asMap(), number(state, "optimizer_steps"));
        gradients.restore(tensors(state, "gradients").asMap());
        average = new WeightAverage(averaged, averagedParameters, number(state, "updates"));
        lastStep = number(state, "last_step");
    }

    private static NamedTensors tensors(Map<?, ?> state, String key) {
        if (state.get(key) instanceof NamedTensors tensors) {
            return tensors;
        }
        if (!(state.get(key) instanceof Map<?, ?> map)) {
            throw new TrainingException("the checkpoint's training state has no " + key + "; it cannot be resumed");
        }
        return new NamedTensors(map.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof TensorData)
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> (TensorData) entry.getValue(),
                        (a, b) -> a,
                        LinkedHashMap::new)));
    }

    private static long number(Map<?, ?> state, String key) {
        if (state.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw new TrainingException("the checkpoint's training state has no " + key + "; it cannot be resumed");
    }

    @Override
    public void close() {
        optimizer.close();
        gradients.close();
        parameters.close();
        averagedParameters.close();
        network.close();
        averaged.close();
    }
}
