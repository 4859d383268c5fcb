package org.posewright.training.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Interprets a family's table for one spec over any {@link GraphOps}. Immutable; any number of threads may apply it. */
public final class PoseGraph {
    private final NetworkSpec spec;
    private final Scaling scaling;
    private final Map<Integer, Integer> lastReader;

    public PoseGraph(NetworkSpec spec) {
        this.spec = spec;
        this.scaling = spec.family().scaling(spec.scale());
        this.lastReader = lastReaders(spec.family().rows());
    }

    public NetworkSpec spec() {
        return spec;
    }

    /** Runs the network on an image [batch, 3, height, width] whose sides are multiples of 32. */
    public <T> HeadMaps<T> apply(GraphOps<T> ops, T image) {
        Blocks<T> blocks = new Blocks<>(ops);
        List<T> maps = new ArrayList<>();
        List<LayerRow> rows = spec.family().rows();
        for (LayerRow row : rows.subList(0, spec.headIndex())) {
            List<T> inputs = row.inputs().stream()
                    .map(from -> row.index() == 0 ? image : maps.get(from < 0 ? row.index() + from : from))
                    .toList();
            maps.add(ops.layer(() -> layer(blocks, ops, row, inputs)));
            releaseAfter(row.index(), ops, maps);
        }
        List<T> levels =
                rows.get(spec.headIndex()).inputs().stream().map(maps::get).toList();
        return head(blocks, ops, levels);
    }

    private <T> void releaseAfter(int reader, GraphOps<T> ops, List<T> maps) {
        for (int i = 0; i < reader; i++) {
            if (lastReader.getOrDefault(i, Integer.MAX_VALUE) == reader) {
                ops.release(maps.get(i));
            }
        }
    }

    private <T> T layer(Blocks<T> blocks, GraphOps<T> ops, LayerRow row, List<T> inputs) {
        String path = "model." + row.index();
        T x = inputs.get(0);
        int repeats = scaling.repeats(row.repeats());
        return switch (row.module()) {
            case "Conv" ->
                ops.convUnit(path, x, ConvSpec.of(width(row), row.integer(1)).strided(row.integer(2)));
            case "C2f" ->
                blocks.c2f(path, x, width(row), repeats, row.arguments().get(1).equals("shortcut"));
            case "C3k2" -> {
                boolean c3k =
                        row.arguments().get(1).equals("c3k") || spec.family().alwaysC3k(spec.scale());
                double expansion = Double.parseDouble(row.arguments().get(2));
                yield blocks.c3k2(path, x, width(row), repeats, c3k, expansion);
            }
            case "SPPF" -> blocks.sppf(path, x, width(row));
            case "C2PSA" -> blocks.c2psa(path, x, repeats);
            case "Upsample" -> ops.upsample(x);
            case "Concat" -> ops.concat(inputs);
            default -> throw new IllegalStateException("The layer table names an unknown module: " + row.module());
        };
    }

    private int width(LayerRow row) {
        return scaling.channels(row.width());
    }

    /** Three branches per level; their hidden widths follow from the finest level. */
    private <T> HeadMaps<T> head(Blocks<T> blocks, GraphOps<T> ops, List<T> levels) {
        String path = "model." + spec.headIndex();
        int finest = ops.channels(levels.get(0));
        int boxWidth = Math.max(64, finest / 4);
        int classWidth = Math.max(finest, Math.min(spec.classCount(), 100));
        int keypointWidth = Math.max(finest / 4, spec.keypointChannels());
        List<T> boxes = new ArrayList<>();
        List<T> classes = new ArrayList<>();
        List<T> keypoints = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            T x = levels.get(level);
            String box = path + ".cv2." + level;
            String score = path + ".cv3." + level;
            String keypoint = path + ".cv4." + level;
            boxes.add(ops.layer(() -> denseBranch(blocks, ops, box, x, boxWidth, 4 * NetworkSpec.BOX_BINS)));
            classes.add(ops.layer(() -> classBranch(blocks, ops, score, x, classWidth)));
            keypoints.add(
                    ops.layer(() -> denseBranch(blocks, ops, keypoint, x, keypointWidth, spec.keypointChannels())));
        }
        return new HeadMaps<>(boxes, classes, keypoints);
    }

    private <T> T denseBranch(Blocks<T> blocks, GraphOps<T> ops, String path, T x, int hidden, int outChannels) {
        T y = blocks.conv(path + ".1", blocks.conv(path + ".0", x, hidden, 3), hidden, 3);
        return ops.pointwise(path + ".2", y, outChannels);
    }

    private <T> T classBranch(Blocks<T> blocks, GraphOps<T> ops, String path, T x, int hidden) {
        if (spec.family() == ModelFamily.V8) {
            return denseBranch(blocks, ops, path, x, hidden, spec.classCount());
        }
        T y = blocks.separable(path + ".1", blocks.separable(path + ".0", x, hidden), hidden);
        return ops.pointwise(path + ".2", y, spec.classCount());
    }

    private static Map<Integer, Integer> lastReaders(List<LayerRow> rows) {
        Map<Integer, Integer> last = new HashMap<>();
        for (LayerRow row : rows) {
            for (int from : row.inputs()) {
                last.merge(from < 0 ? row.index() + from : from, row.index(), Math::max);
            }
        }
        return last;
    }
}
