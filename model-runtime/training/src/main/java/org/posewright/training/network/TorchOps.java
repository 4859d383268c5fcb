package org.posewright.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.BatchNormFolding;
import org.posewright.training.graph.ConvSpec;
import org.posewright.training.graph.GraphOps;

/** The graph's operations on libtorch tensors. One instance serves one forward pass. */
final class TorchOps implements GraphOps<Tensor> {
    /** Weight of the newest batch in running statistics. */
    private static final double NORM_MOMENTUM = 0.03;

    private final Map<String, Tensor> weights;
    private final NormMode norm;

    TorchOps(Map<String, Tensor> weights, NormMode norm) {
        this.weights = weights;
        this.norm = norm;
    }

    @Override
    public int channels(Tensor map) {
        return (int) map.size(1);
    }

    @Override
    public Tensor convUnit(String path, Tensor map, ConvSpec spec) {
        Tensor bias = weights.get(path + ".conv.bias");
        Tensor y = convolve(weight(path + ".conv.weight"), bias, map, spec);
        if (bias == null) {
            y = normalise(path + ".bn.", y);
        }
        return spec.activated() ? torch.silu(y) : y;
    }

    @Override
    public Tensor pointwise(String path, Tensor map, int outChannels) {
        ConvSpec spec = new ConvSpec(outChannels, 1, 1, 1, false);
        Tensor weight = weight(path + ".weight");
        Tensor bias = weight(path + ".bias");
        if (!torch.is_autocast_enabled(torch.DeviceType.CPU)) {
            return convolve(weight, bias, map, spec);
        }
        // The outputs are coordinates in cells: bfloat16's eight bits would round them by up to a pixel.
        torch.set_autocast_enabled(torch.DeviceType.CPU, false);
        try {
            return convolve(weight, bias, map.to(torch.ScalarType.Float), spec);
        } finally {
            torch.set_autocast_enabled(torch.DeviceType.CPU, true);
        }
    }

    private static Tensor convolve(Tensor kernel, @Nullable Tensor bias, Tensor map, ConvSpec spec) {
        TensorOptional optionalBias = bias == null ? new TensorOptional() : new TensorOptional(bias);
        long[] stride = {spec.stride(), spec.stride()};
        long[] padding = {spec.padding(), spec.padding()};
        return torch.conv2d(map, kernel, optionalBias, stride, padding, new long[] {1, 1}, spec.groups());
    }

    private Tensor normalise(String path, Tensor map) {
        return torch.batch_norm(
                map,
                new TensorOptional(weight(path + "weight")),
                new TensorOptional(weight(path + "bias")),
                new TensorOptional(weight(path + "running_mean")),
                new TensorOptional(weight(path + "running_var")),
                norm == NormMode.BATCH,
                NORM_MOMENTUM,
                BatchNormFolding.EPSILON,
                true);
    }

    private Tensor weight(String name) {
        Tensor tensor = weights.get(name);
        if (tensor == null) {
            throw new IllegalStateException("The network has no weight named " + name);
        }
        return tensor;
    }

    @Override
    public Tensor add(Tensor left, Tensor right) {
        return left.add(right);
    }

    @Override
    public Tensor concat(List<Tensor> maps) {
        return Torch.cat(maps, 1);
    }

    @Override
    public List<Tensor> split(Tensor map, int parts) {
        long size = map.size(1) / parts;
        List<Tensor> result = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            result.add(map.narrow(1, i * size, size));
        }
        return result;
    }

    @Override
    public Tensor maxPool(Tensor map, int kernel) {
        long padding = kernel / 2;
        long[] window = {kernel, kernel};
        return torch.max_pool2d(
                map, window, new long[] {1, 1}, new long[] {padding, padding}, new long[] {1, 1}, false);
    }

    @Override
    public Tensor upsample(Tensor map) {
        return torch.upsample_nearest2d(map, 2 * map.size(2), 2 * map.size(3));
    }

    @Override
    public Attended<Tensor> attend(Tensor packed, AttentionShape shape) {
        long batch = packed.size(0);
        long height = packed.size(2);
        long width = packed.size(3);
        long keys = shape.keyChannels();
        Tensor perHead = packed.reshape(batch, shape.heads(), 2 * keys + shape.headChannels(), height * width);
        Tensor q = perHead.narrow(2, 0, keys);
        Tensor k = perHead.narrow(2, keys, keys);
        Tensor v = perHead.narrow(2, 2 * keys, shape.headChannels());
        Tensor scores = Torch.times(q.transpose(-2, -1).matmul(k), 1 / Math.sqrt(keys));
        Tensor mixed = v.matmul(torch.softmax(scores, -1).transpose(-2, -1));
        long channels = shape.valueChannels();
        return new Attended<>(mixed.reshape(batch, channels, height, width), v.reshape(batch, channels, height, width));
    }

    @Override
    public Tensor layer(Supplier<Tensor> body) {
        return Torch.scoped(body);
    }
}
