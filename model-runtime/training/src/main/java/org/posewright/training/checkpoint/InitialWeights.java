package org.posewright.training.checkpoint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.posewright.training.graph.ConvEntry;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.graph.ParameterSpec;

/** State of a network before any training, reproducible from a seed and independent of the order of entries. */
public final class InitialWeights {
    private static final float BOX_BIAS = 1f;
    /** Objects that the class biases expect on a picture of this side. */
    private static final double EXPECTED_OBJECTS = 5;

    private static final double EXPECTED_SIDE = 640;

    private final NetworkInventory inventory;
    private final long seed;

    public InitialWeights(NetworkInventory inventory, long seed) {
        this.inventory = inventory;
        this.seed = seed;
    }

    /** The complete state, in the inventory's order. */
    public NamedTensors make() {
        Map<String, Integer> fanIn = new LinkedHashMap<>();
        for (ConvEntry conv : inventory.convolutions()) {
            int inputs = conv.kernelShape().stream().skip(1).reduce(1, (a, b) -> a * b);
            fanIn.put(conv.kernelPath() + ".weight", inputs);
            fanIn.put(conv.kernelPath() + ".bias", inputs);
        }
        Map<String, TensorData> state = new LinkedHashMap<>();
        inventory.entries().forEach((name, entry) -> state.put(name, value(entry, fanIn.getOrDefault(name, 1))));
        applyHeadBiases(state);
        return new NamedTensors(state);
    }

    private TensorData value(ParameterSpec entry, int fanIn) {
        return switch (entry.kind()) {
            case CONV_WEIGHT, CONV_BIAS -> uniform(entry, 1 / Math.sqrt(fanIn));
            case NORM_WEIGHT, NORM_VARIANCE -> constant(entry, 1f);
            case NORM_BIAS, NORM_MEAN -> constant(entry, 0f);
            case NORM_COUNT -> TensorData.scalar(0);
            case BIN_VALUES -> BatchNormFolding.binValues();
        };
    }

    private TensorData uniform(ParameterSpec entry, double bound) {
        SplittableRandom random =
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + entry.name().hashCode());
        float[] values = new float[entry.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return TensorData.ofFloats(values, sides(entry));
    }

    private static TensorData constant(ParameterSpec entry, float value) {
        float[] values = new float[entry.elements()];
        Arrays.fill(values, value);
        return TensorData.ofFloats(values, sides(entry));
    }

    private void applyHeadBiases(Map<String, TensorData> state) {
        NetworkSpec spec = inventory.spec();
        String head = "model." + spec.headIndex();
        IntStream.range(0, NetworkSpec.STRIDES.length).forEach(level -> {
            double cells = Math.pow(EXPECTED_SIDE / NetworkSpec.STRIDES[level], 2);
            float classBias = (float) Math.log(EXPECTED_OBJECTS / spec.classCount() / cells);
            state.computeIfPresent(head + ".cv2." + level + ".2.bias", (name, old) -> constant(entry(name), BOX_BIAS));
            state.computeIfPresent(head + ".cv3." + level + ".2.bias", (name, old) -> constant(entry(name), classBias));
        });
    }

    private ParameterSpec entry(String name) {
        return Objects.requireNonNull(inventory.entries().get(name));
    }

    private static int[] sides(ParameterSpec entry) {
        return entry.shape().stream().mapToInt(Integer::intValue).toArray();
    }
}
