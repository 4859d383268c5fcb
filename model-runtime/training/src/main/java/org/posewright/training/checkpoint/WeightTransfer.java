package org.posewright.training.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.posewright.training.graph.ConvEntry;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.ParameterSpec;

/**
 * Carries weights into a network: every entry whose name and shape match is taken over, the rest keeps given values. Sources with folded
 * batch normalisation (exported models) fill a network with separate normalisation, which then is the identity plus the folded bias.
 */
public final class WeightTransfer {
    /** Added to variances by the reference; with this variance left out of one, normalisation divides by exactly one. */
    private static final float EPSILON = BatchNormFolding.EPSILON;

    private final NetworkInventory inventory;

    public WeightTransfer(NetworkInventory inventory) {
        this.inventory = inventory;
    }

    /** The complete state of the network and what came from where. */
    public record Outcome(NamedTensors state, TransferReport report) {}

    /**
     * @param source weights by name, in any element type
     * @param initial complete state of the network whose values stay where the source has none
     */
    public Outcome carry(NamedTensors source, NamedTensors initial) {
        NamedTensors usable = inventory.fused() ? BatchNormFolding.foldWherePossible(inventory, source) : source;
        Set<String> used = new LinkedHashSet<>();
        Map<String, TensorData> unfolded = inventory.fused() ? Map.of() : unfold(usable, used);
        Map<String, TensorData> state = new LinkedHashMap<>();
        List<String> madeAnew = new ArrayList<>();
        for (ParameterSpec entry : inventory.entries().values()) {
            TensorData given = given(entry, usable, unfolded);
            if (given == null) {
                madeAnew.add(entry.name());
                state.put(entry.name(), initial.get(entry.name()));
            } else {
                used.add(entry.name());
                state.put(entry.name(), given.type().isFloating() ? given.toFloat32() : given);
            }
        }
        List<String> unused = new ArrayList<>(usable.names());
        unused.removeAll(used);
        int total = inventory.entries().size();
        var report = new TransferReport(total - madeAnew.size(), total, madeAnew, unused, !unfolded.isEmpty());
        return new Outcome(new NamedTensors(state), report);
    }

    private static @Nullable TensorData given(
            ParameterSpec entry, NamedTensors source, Map<String, TensorData> unfolded) {
        TensorData found = unfolded.containsKey(entry.name()) ? unfolded.get(entry.name()) : source.find(entry.name());
        if (found == null && entry.kind() == ParameterSpec.Kind.BIN_VALUES) {
            return BatchNormFolding.binValues();
        }
        return found != null && found.shapeList().equals(entry.shape()) ? found : null;
    }

    /** Normalisation entries for every unit whose convolution has a bias and no normalisation. */
    private Map<String, TensorData> unfold(NamedTensors source, Set<String> used) {
        Map<String, TensorData> made = new LinkedHashMap<>();
        for (ConvEntry conv : inventory.convolutions()) {
            String biasName = conv.kernelPath() + ".bias";
            TensorData bias = source.find(biasName);
            TensorData kernel = source.find(conv.kernelPath() + ".weight");
            boolean fits = kernel != null && kernel.shapeList().equals(conv.kernelShape());
            if (!conv.normalised() || bias == null || !fits || source.contains(conv.norm("weight"))) {
                continue;
            }
            int channels = conv.spec().outChannels();
            made.put(conv.norm("weight"), filled(1, channels));
            made.put(conv.norm("bias"), bias);
            made.put(conv.norm("running_mean"), filled(0, channels));
            made.put(conv.norm("running_var"), filled(1 - EPSILON, channels));
            made.put(conv.norm("num_batches_tracked"), TensorData.scalar(0));
            used.add(biasName);
        }
        return made;
    }

    private static TensorData filled(float value, int channels) {
        float[] values = new float[channels];
        Arrays.fill(values, value);
        return TensorData.ofFloats(values, channels);
    }
}
