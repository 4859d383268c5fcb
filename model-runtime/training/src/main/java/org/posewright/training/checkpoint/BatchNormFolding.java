package org.posewright.training.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.training.graph.ConvEntry;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

/** Folds batch normalisation into the convolution before it: w′ = w·γ/√(σ²+ε), b′ = β − μ·γ/√(σ²+ε). Arithmetic in double precision. */
public final class BatchNormFolding {
    /** ε of every normalisation of both families. */
    public static final float EPSILON = 1e-3f;

    private BatchNormFolding() {}

    /**
     * Names and values of the fused network. Units that are folded already are taken as they are.
     *
     * @throws CheckpointException if a convolution or its normalisation is missing
     */
    public static NamedTensors fold(NetworkSpec spec, NamedTensors state) {
        NetworkInventory fused = NetworkInventory.of(spec, true);
        NamedTensors folded = foldWherePossible(fused, state);
        Map<String, TensorData> ordered = new LinkedHashMap<>();
        fused.entries().forEach((name, entry) -> {
            boolean bins = name.equals(NetworkInventory.binValuesName(spec));
            TensorData tensor = bins ? binValues() : folded.get(name);
            if (!tensor.shapeList().equals(entry.shape())) {
                throw new CheckpointException("Tensor '" + name + "' has shape " + tensor.shapeList() + ", but "
                        + spec.modelName() + " needs " + entry.shape() + ".");
            }
            ordered.put(name, tensor.toFloat32());
        });
        return new NamedTensors(ordered);
    }

    /** Folds every unit that has both parts; everything else stays as it is. */
    static NamedTensors foldWherePossible(NetworkInventory inventory, NamedTensors state) {
        Map<String, TensorData> result = new LinkedHashMap<>(state.asMap());
        for (ConvEntry conv : inventory.convolutions()) {
            List<String> norm = List.of(
                    conv.norm("weight"), conv.norm("bias"), conv.norm("running_mean"), conv.norm("running_var"));
            String kernel = conv.kernelPath() + ".weight";
            if (conv.normalised() && state.contains(kernel) && state.names().containsAll(norm)) {
                foldUnit(conv, state, result);
                norm.forEach(result::remove);
                result.remove(conv.norm("num_batches_tracked"));
            }
        }
        return new NamedTensors(result);
    }

    private static void foldUnit(ConvEntry conv, NamedTensors state, Map<String, TensorData> result) {
        TensorData kernel = state.get(conv.kernelPath() + ".weight");
        float[] weights = kernel.floats();
        float[] gamma = state.get(conv.norm("weight")).floats();
        float[] beta = state.get(conv.norm("bias")).floats();
        float[] mean = state.get(conv.norm("running_mean")).floats();
        float[] variance = state.get(conv.norm("running_var")).floats();
        int channels = gamma.length;
        boolean sameLength = beta.length == channels && mean.length == channels && variance.length == channels;
        if (channels == 0 || !sameLength || weights.length % channels != 0) {
            throw new CheckpointException("The batch normalisation of '" + conv.path() + "' does not fit its kernel.");
        }
        int perChannel = weights.length / channels;
        float[] bias = new float[channels];
        for (int c = 0; c < channels; c++) {
            double factor = gamma[c] / Math.sqrt((double) variance[c] + EPSILON);
            for (int i = c * perChannel; i < (c + 1) * perChannel; i++) {
                weights[i] = (float) (weights[i] * factor);
            }
            bias[c] = (float) (beta[c] - mean[c] * factor);
        }
        result.put(conv.kernelPath() + ".weight", TensorData.ofFloats(weights, kernel.shape()));
        result.put(conv.kernelPath() + ".bias", TensorData.ofFloats(bias, channels));
    }

    /** The fixed weights 0 … 15 that turn a distribution over bins into its expectation. */
    static TensorData binValues() {
        float[] values = new float[NetworkSpec.BOX_BINS];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return TensorData.ofFloats(values, 1, values.length, 1, 1);
    }
}
