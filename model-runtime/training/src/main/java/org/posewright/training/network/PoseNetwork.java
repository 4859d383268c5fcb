package org.posewright.training.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.posewright.training.checkpoint.InitialWeights;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.TransferReport;
import org.posewright.training.checkpoint.WeightTransfer;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.graph.ParameterSpec;
import org.posewright.training.graph.PoseGraph;

/**
 * A YOLO-pose network whose weights live in libtorch, in channels-last layout, under the reference's names. Not thread-safe. Call every
 * method but the constructors' and {@link #close} within a {@code PointerScope}; the weights themselves outlive all scopes.
 */
public final class PoseNetwork implements AutoCloseable {
    private final NetworkInventory inventory;
    private final PoseGraph graph;
    private final PoseDecoding decoding;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private NormMode norm = NormMode.RUNNING;

    private PoseNetwork(NetworkInventory inventory, NamedTensors state) {
        this.inventory = inventory;
        this.graph = new PoseGraph(inventory.spec());
        this.decoding = new PoseDecoding(inventory.spec());
        for (ParameterSpec entry : inventory.entries().values()) {
            tensors.put(entry.name(), makeTensor(entry, state.get(entry.name())));
        }
    }

    /** A trainable network with initial weights that follow from the seed. */
    public static PoseNetwork create(NetworkSpec spec, long seed) {
        NetworkInventory inventory = NetworkInventory.of(spec);
        return new PoseNetwork(inventory, new InitialWeights(inventory, seed).make());
    }

    /** The same with batch normalisation folded into biased convolutions: faster to run, less suited to training. */
    public static PoseNetwork createFused(NetworkSpec spec, long seed) {
        NetworkInventory inventory = NetworkInventory.of(spec, true);
        return new PoseNetwork(inventory, new InitialWeights(inventory, seed).make());
    }

    public NetworkSpec spec() {
        return inventory.spec();
    }

    /** Names, shapes and counts of everything in {@link #state()}. */
    public NetworkInventory inventory() {
        return inventory;
    }

    public boolean fused() {
        return inventory.fused();
    }

    /** What gradients change, by name, in state-dictionary order. The tensors stay the same for the network's life. */
    public Map<String, Tensor> parameters() {
        return select(true);
    }

    /** Running statistics, batch counters and the fixed bin values, by name. */
    public Map<String, Tensor> buffers() {
        return select(false);
    }

    /** How normalisation behaves from now on. A new network uses {@link NormMode#RUNNING}. */
    public void setNormMode(NormMode mode) {
        this.norm = mode;
    }

    public NormMode normMode() {
        return norm;
    }

    /**
     * Raw head maps, with gradients unless they are switched off.
     *
     * @param images [batch, 3, height, width], RGB in 0 … 1, sides multiples of 32
     */
    public HeadMaps<Tensor> forward(Tensor images) {
        HeadMaps<Tensor> maps = graph.apply(new TorchOps(tensors, norm), Torch.channelsLast(images));
        if (norm == NormMode.BATCH) {
            countBatch();
        }
        return maps;
    }

    /**
     * Decoded output without gradients, normalisation by running statistics whatever the mode.
     *
     * @return [batch, 4 + nc + K·D, anchors] in input pixels
     */
    public Tensor predict(Tensor images) {
        try (AutoGradMode off = Torch.withoutGradients()) {
            return Torch.scoped(
                    () -> decode(graph.apply(new TorchOps(tensors, NormMode.RUNNING), Torch.channelsLast(images))));
        }
    }

    /** Boxes, scores and keypoints from raw head maps; see {@link PoseDecoding#decode}. */
    public Tensor decode(HeadMaps<Tensor> maps) {
        return decoding.decode(maps);
    }

    /** Copies every weight that fits; the others stay as they are. */
    public TransferReport load(NamedTensors source) {
        WeightTransfer.Outcome outcome = new WeightTransfer(inventory).carry(source, state());
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            outcome.state().asMap().forEach((name, data) -> tensor(name).copy_(Torch.of(data)));
        }
        return outcome.report();
    }

    /** A copy of all weights and buffers by name. */
    public NamedTensors state() {
        Map<String, TensorData> copy = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> copy.put(name, Torch.data(tensor)));
        return new NamedTensors(copy);
    }

    /** Frees all weights. */
    @Override
    public void close() {
        tensors.values().forEach(Torch::free);
        tensors.clear();
    }

    private void countBatch() {
        try (AutoGradMode off = Torch.withoutGradients()) {
            for (ParameterSpec entry : inventory.entries().values()) {
                if (entry.kind() == ParameterSpec.Kind.NORM_COUNT) {
                    tensor(entry.name()).add_(new Scalar(1L));
                }
            }
        }
    }

    private Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("The network is closed or has no weight named " + name);
        }
        return tensor;
    }

    private Map<String, Tensor> select(boolean trainable) {
        Map<String, Tensor> selected = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            ParameterSpec entry = inventory.entries().get(name);
            if (entry != null && entry.kind().trainable() == trainable) {
                selected.put(name, tensor);
            }
        });
        return Collections.unmodifiableMap(selected);
    }

    private static Tensor makeTensor(ParameterSpec entry, TensorData data) {
        try (PointerScope scope = new PointerScope()) {
            Tensor tensor = Torch.of(data);
            if (entry.shape().size() == 4) {
                tensor = Torch.channelsLast(tensor);
            }
            tensor.set_requires_grad(entry.kind().trainable());
            return Torch.keep(tensor);
        }
    }
}
