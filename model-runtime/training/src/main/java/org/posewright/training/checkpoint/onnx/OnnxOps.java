package org.posewright.training.checkpoint.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.graph.ConvSpec;
import org.posewright.training.graph.GraphOps;

/** The graph's operations as ONNX nodes (operator set 17), with batch normalisation folded into the weights given. */
final class OnnxOps implements GraphOps<OnnxMap> {
    private final OnnxGraphBuilder graph;
    private final NamedTensors folded;
    private final OnnxExportOptions options;

    /** @param folded weights of the fused network, in the element type that the export stores */
    OnnxOps(OnnxGraphBuilder graph, NamedTensors folded, OnnxExportOptions options) {
        this.graph = graph;
        this.folded = folded;
        this.options = options;
    }

    @Override
    public int channels(OnnxMap map) {
        return map.channels();
    }

    @Override
    public OnnxMap convUnit(String path, OnnxMap map, ConvSpec spec) {
        OnnxMap y = convolve(path + ".conv", map, spec);
        if (!spec.activated()) {
            return y;
        }
        String gate = graph.node("Sigmoid", List.of(y.name()));
        return y.with(graph.node("Mul", List.of(y.name(), gate)), y.channels());
    }

    @Override
    public OnnxMap pointwise(String path, OnnxMap map, int outChannels) {
        return convolve(path, map, new ConvSpec(outChannels, 1, 1, 1, false));
    }

    private OnnxMap convolve(String path, OnnxMap map, ConvSpec spec) {
        String weight = trained(path + ".weight");
        String bias = trained(path + ".bias");
        long k = spec.kernel();
        long s = spec.stride();
        long p = spec.padding();
        String out = graph.node(
                "Conv",
                List.of(map.name(), weight, bias),
                OnnxAttribute.list("dilations", 1, 1),
                OnnxAttribute.of("group", spec.groups()),
                OnnxAttribute.list("kernel_shape", k, k),
                OnnxAttribute.list("pads", p, p, p, p),
                OnnxAttribute.list("strides", s, s));
        return new OnnxMap(out, spec.outChannels(), map.height() / spec.stride(), map.width() / spec.stride());
    }

    /** The name of a weight in the type that is computed in; runtimes cast what is stored otherwise once, when they load the model. */
    private String trained(String name) {
        graph.initializer(name, folded.get(name));
        if (options.half() || !options.halfWeights()) {
            return name;
        }
        String single = name + ".single";
        graph.named("Cast", List.of(name), single, OnnxAttribute.of("to", OnnxTypes.FLOAT));
        return single;
    }

    @Override
    public OnnxMap add(OnnxMap left, OnnxMap right) {
        return left.with(graph.node("Add", List.of(left.name(), right.name())), left.channels());
    }

    @Override
    public OnnxMap concat(List<OnnxMap> maps) {
        List<String> names = maps.stream().map(OnnxMap::name).toList();
        int channels = maps.stream().mapToInt(OnnxMap::channels).sum();
        return maps.get(0).with(graph.node("Concat", names, OnnxAttribute.of("axis", 1)), channels);
    }

    @Override
    public List<OnnxMap> split(OnnxMap map, int parts) {
        long[] sizes = new long[parts];
        Arrays.fill(sizes, map.channels() / parts);
        List<OnnxMap> result = new ArrayList<>();
        for (String name : splitBy(map.name(), 1, sizes)) {
            result.add(map.with(name, map.channels() / parts));
        }
        return result;
    }

    private List<String> splitBy(String name, int axis, long... sizes) {
        List<String> inputs = List.of(name, graph.integers(sizes));
        return graph.nodes("Split", inputs, sizes.length, OnnxAttribute.of("axis", axis));
    }

    @Override
    public OnnxMap maxPool(OnnxMap map, int kernel) {
        long p = kernel / 2;
        String out = graph.node(
                "MaxPool",
                List.of(map.name()),
                OnnxAttribute.list("kernel_shape", kernel, kernel),
                OnnxAttribute.list("pads", p, p, p, p),
                OnnxAttribute.list("strides", 1, 1));
        return map.with(out, map.channels());
    }

    @Override
    public OnnxMap upsample(OnnxMap map) {
        String scales = graph.constant("upsample_scales", TensorData.ofFloats(new float[] {1, 1, 2, 2}, 4));
        String out = graph.node(
                "Resize",
                List.of(map.name(), "", scales),
                OnnxAttribute.of("coordinate_transformation_mode", "asymmetric"),
                OnnxAttribute.of("mode", "nearest"),
                OnnxAttribute.of("nearest_mode", "floor"));
        return new OnnxMap(out, map.channels(), 2 * map.height(), 2 * map.width());
    }

    @Override
    public Attended<OnnxMap> attend(OnnxMap packed, AttentionShape shape) {
        long keys = shape.keyChannels();
        long values = shape.headChannels();
        String perHead = reshape(packed.name(), graph.integers(0, shape.heads(), 2 * keys + values, -1));
        List<String> qkv = splitBy(perHead, 2, keys, keys, values);
        String scores = graph.node("MatMul", List.of(transposed(qkv.get(0)), qkv.get(1)));
        String scaled = graph.node("Mul", List.of(scores, scale(1 / Math.sqrt(keys))));
        String weights = graph.node("Softmax", List.of(scaled), OnnxAttribute.of("axis", -1));
        String mixed = graph.node("MatMul", List.of(qkv.get(2), transposed(weights)));
        String mapShape = mapShape(packed, shape.valueChannels());
        int channels = shape.valueChannels();
        return new Attended<>(
                packed.with(reshape(mixed, mapShape), channels), packed.with(reshape(qkv.get(2), mapShape), channels));
    }

    /** [same batch, channels, height, width]. */
    private String mapShape(OnnxMap map, int channels) {
        if (!options.dynamic()) {
            return graph.integers(0, channels, map.height(), map.width());
        }
        String all = graph.node("Shape", List.of(map.name()));
        String sides = graph.node("Slice", List.of(all, graph.integers(2), graph.integers(4)));
        return graph.node("Concat", List.of(graph.integers(0, channels), sides), OnnxAttribute.of("axis", 0));
    }

    private String scale(double value) {
        TensorData single = TensorData.ofFloats(new float[] {(float) value});
        return graph.constant("attention_scale_" + (float) value, options.half() ? single.toFloat16() : single);
    }

    private String transposed(String name) {
        return graph.node("Transpose", List.of(name), OnnxAttribute.list("perm", 0, 1, 3, 2));
    }

    private String reshape(String name, String shape) {
        return graph.node("Reshape", List.of(name, shape));
    }
}
