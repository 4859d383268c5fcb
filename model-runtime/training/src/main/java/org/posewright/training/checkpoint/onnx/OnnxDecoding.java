package org.posewright.training.checkpoint.onnx;

import java.util.ArrayList;
import java.util.List;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.graph.AnchorGrid;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

/** Nodes from raw head maps to {@code output0} [batch, 4 + nc + K·D, anchors] in input pixels; always computed in single precision. */
final class OnnxDecoding {
    private final OnnxGraphBuilder graph;
    private final NetworkSpec spec;
    private final OnnxExportOptions options;

    OnnxDecoding(OnnxGraphBuilder graph, NetworkSpec spec, OnnxExportOptions options) {
        this.graph = graph;
        this.spec = spec;
        this.options = options;
    }

    /** Centres [2, A] in cells and pixels per cell [1, A]. */
    private record Grid(String anchors, String strides) {}

    void decode(HeadMaps<OnnxMap> maps, NamedTensors folded, String output) {
        Grid grid = options.dynamic() ? measuredGrid(maps.boxes()) : constantGrid();
        String binsName = NetworkInventory.binValuesName(spec);
        String bins = graph.initializer(binsName, folded.get(binsName).toFloat32());
        String boxes = boxes(flatten(maps.boxes()), bins, grid);
        String scores = graph.node("Sigmoid", List.of(flatten(maps.classes())));
        String keypoints = keypoints(flatten(maps.keypoints()), grid);
        List<String> parts = List.of(boxes, scores, keypoints);
        if (options.half()) {
            String joined = concat(parts, 1);
            graph.named("Cast", List.of(joined), output, OnnxAttribute.of("to", OnnxTypes.FLOAT16));
        } else {
            graph.named("Concat", parts, output, OnnxAttribute.of("axis", 1));
        }
    }

    private String flatten(List<OnnxMap> levels) {
        List<String> flat = new ArrayList<>();
        for (OnnxMap level : levels) {
            String cells = reshape(level.name(), 0, level.channels(), -1);
            flat.add(options.half() ? castToFloat(cells) : cells);
        }
        return concat(flat, 2);
    }

    private String boxes(String logits, String bins, Grid grid) {
        String sides = reshape(logits, 0, 4, NetworkSpec.BOX_BINS, -1);
        String binsFirst = graph.node("Transpose", List.of(sides), OnnxAttribute.list("perm", 0, 2, 1, 3));
        String distribution = graph.node("Softmax", List.of(binsFirst), OnnxAttribute.of("axis", 1));
        String expected = graph.node("Conv", List.of(distribution, bins), OnnxAttribute.list("kernel_shape", 1, 1));
        List<String> halves = split(reshape(expected, 0, 4, -1), 1, 2, 2);
        String topLeft = graph.node("Sub", List.of(grid.anchors(), halves.get(0)));
        String bottomRight = graph.node("Add", List.of(grid.anchors(), halves.get(1)));
        String sum = graph.node("Add", List.of(topLeft, bottomRight));
        String centre = graph.node("Mul", List.of(sum, graph.real(0.5f)));
        String size = graph.node("Sub", List.of(bottomRight, topLeft));
        return graph.node("Mul", List.of(concat(List.of(centre, size), 1), grid.strides()));
    }

    private String keypoints(String raw, Grid grid) {
        String perKeypoint = reshape(raw, 0, spec.keypointCount(), spec.keypointDimensions(), -1);
        boolean visible = spec.keypointDimensions() == 3;
        List<String> parts = visible ? split(perKeypoint, 2, 2, 1) : List.of(perKeypoint);
        String doubled = graph.node("Mul", List.of(parts.get(0), graph.real(2)));
        String origins = graph.node("Sub", List.of(grid.anchors(), graph.real(0.5f)));
        String placed = graph.node("Add", List.of(doubled, origins));
        String points = graph.node("Mul", List.of(placed, grid.strides()));
        if (visible) {
            points = concat(List.of(points, graph.node("Sigmoid", List.of(parts.get(1)))), 2);
        }
        return reshape(points, 0, spec.keypointChannels(), -1);
    }

    private Grid constantGrid() {
        AnchorGrid grid = AnchorGrid.of(options.inputHeight(), options.inputWidth());
        float[] both = new float[2 * grid.size()];
        System.arraycopy(grid.xs(), 0, both, 0, grid.size());
        System.arraycopy(grid.ys(), 0, both, grid.size(), grid.size());
        return new Grid(
                graph.constant("anchors", TensorData.ofFloats(both, 2, grid.size())),
                graph.constant("strides", TensorData.ofFloats(grid.strides(), 1, grid.size())));
    }

    /** The same computed from the sizes of the maps at hand. */
    private Grid measuredGrid(List<OnnxMap> levels) {
        List<String> anchors = new ArrayList<>();
        List<String> strides = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            String shape = graph.node("Shape", List.of(levels.get(level).name()));
            String sides = graph.node("Slice", List.of(shape, graph.integers(2), graph.integers(4)));
            String xs = spread(centres(sides, 1), sides, graph.integers(0));
            String ys = spread(centres(sides, 0), sides, graph.integers(1));
            anchors.add(concat(List.of(xs, ys), 0));
            String stride = graph.real(NetworkSpec.STRIDES[level]);
            strides.add(reshape(graph.node("Expand", List.of(stride, sides)), 1, -1));
        }
        return new Grid(concat(anchors, 1), concat(strides, 1));
    }

    /** 0.5, 1.5 … along one side: 0 is the height, 1 the width. */
    private String centres(String sides, int side) {
        String count = graph.node("Gather", List.of(sides, graph.integer(side)), OnnxAttribute.of("axis", 0));
        String whole = graph.node("Range", List.of(graph.integer(0), count, graph.integer(1)));
        return graph.node("Add", List.of(castToFloat(whole), graph.real(0.5f)));
    }

    /** A row or column repeated over the whole map, flattened to [1, cells]. */
    private String spread(String line, String sides, String newAxis) {
        String oriented = graph.node("Unsqueeze", List.of(line, newAxis));
        return reshape(graph.node("Expand", List.of(oriented, sides)), 1, -1);
    }

    private String castToFloat(String name) {
        return graph.node("Cast", List.of(name), OnnxAttribute.of("to", OnnxTypes.FLOAT));
    }

    private String concat(List<String> parts, int axis) {
        return graph.node("Concat", parts, OnnxAttribute.of("axis", axis));
    }

    private List<String> split(String name, int axis, long... sizes) {
        List<String> inputs = List.of(name, graph.integers(sizes));
        return graph.nodes("Split", inputs, sizes.length, OnnxAttribute.of("axis", axis));
    }

    private String reshape(String name, long... shape) {
        return graph.node("Reshape", List.of(name, graph.integers(shape)));
    }
}
