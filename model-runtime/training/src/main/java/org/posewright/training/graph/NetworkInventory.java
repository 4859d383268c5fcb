package org.posewright.training.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.training.graph.ParameterSpec.Kind;

/** The state dictionary of a network by name, in the reference's order, and what can be counted from it. */
public final class NetworkInventory {
    private static final int COUNTING_SIDE = 640;
    private static final double FLOPS_PER_GIGA = 1e9;

    private final NetworkSpec spec;
    private final boolean fused;
    private final Map<String, ParameterSpec> entries;
    private final List<ConvEntry> convolutions;
    private final long flopsAt640;

    private NetworkInventory(NetworkSpec spec, boolean fused, ShapeOps counted) {
        this.spec = spec;
        this.fused = fused;
        this.convolutions = counted.convolutions();
        List<ParameterSpec> list = new ArrayList<>();
        convolutions.forEach(conv -> list.addAll(conv.entries(fused)));
        list.add(new ParameterSpec(binValuesName(spec), Kind.BIN_VALUES, List.of(1, NetworkSpec.BOX_BINS, 1, 1)));
        list.sort(Comparator.comparing(ParameterSpec::name, new StateOrder()));
        this.entries = new LinkedHashMap<>();
        list.forEach(entry -> entries.put(entry.name(), entry));
        long binFlops = 2L * NetworkSpec.BOX_BINS * 4 * NetworkSpec.anchorCount(COUNTING_SIDE, COUNTING_SIDE);
        this.flopsAt640 = counted.flops() + binFlops;
    }

    /** Convolution and batch normalisation as separate entries, as trained. */
    public static NetworkInventory of(NetworkSpec spec) {
        return of(spec, false);
    }

    /** @param fused whether batch normalisation is folded into biased convolutions */
    public static NetworkInventory of(NetworkSpec spec, boolean fused) {
        ShapeOps counting = new ShapeOps();
        new PoseGraph(spec).apply(counting, new ShapeOps.MapShape(3, COUNTING_SIDE, COUNTING_SIDE));
        return new NetworkInventory(spec, fused, counting);
    }

    public NetworkSpec spec() {
        return spec;
    }

    public boolean fused() {
        return fused;
    }

    /** All entries by name, in state-dictionary order. */
    public Map<String, ParameterSpec> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** Every convolution with its geometry, in the order of execution. */
    public List<ConvEntry> convolutions() {
        return convolutions;
    }

    /** Parameters as the reference counts them: no buffers, but the sixteen fixed bin values. */
    public long parameterCount() {
        return entries.values().stream()
                .filter(entry -> entry.kind().parameter())
                .mapToLong(ParameterSpec::elements)
                .sum();
    }

    /** Billions of operations at 640×640: two per multiply-accumulate of every convolution and per upsampled value. */
    public double gigaFlopsAt640() {
        return flopsAt640 / FLOPS_PER_GIGA;
    }

    /** Name of the fixed weights 0 … 15 of the box distribution. */
    public static String binValuesName(NetworkSpec spec) {
        return "model." + spec.headIndex() + ".dfl.conv.weight";
    }
}
