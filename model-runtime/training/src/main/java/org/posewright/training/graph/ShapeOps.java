package org.posewright.training.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Follows shapes only, noting every convolution and counting operations. */
final class ShapeOps implements GraphOps<ShapeOps.MapShape> {
    record MapShape(int channels, int height, int width) {
        long cells() {
            return (long) height * width;
        }
    }

    private final List<ConvEntry> convolutions = new ArrayList<>();
    private long flops;

    List<ConvEntry> convolutions() {
        return List.copyOf(convolutions);
    }

    long flops() {
        return flops;
    }

    @Override
    public int channels(MapShape map) {
        return map.channels();
    }

    @Override
    public MapShape convUnit(String path, MapShape map, ConvSpec spec) {
        return convolve(new ConvEntry(path, map.channels(), spec, true), map);
    }

    @Override
    public MapShape pointwise(String path, MapShape map, int outChannels) {
        return convolve(
                new ConvEntry(path, map.channels(), ConvSpec.of(outChannels, 1).linear(), false), map);
    }

    private MapShape convolve(ConvEntry entry, MapShape map) {
        ConvSpec spec = entry.spec();
        MapShape out = new MapShape(spec.outChannels(), map.height() / spec.stride(), map.width() / spec.stride());
        convolutions.add(entry);
        long kernelElements =
                entry.kernelShape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        flops += 2 * kernelElements * out.cells();
        return out;
    }

    @Override
    public MapShape add(MapShape left, MapShape right) {
        if (!left.equals(right)) {
            throw new IllegalStateException("Cannot add maps of shapes " + left + " and " + right);
        }
        return left;
    }

    @Override
    public MapShape concat(List<MapShape> maps) {
        MapShape first = maps.get(0);
        int channels = maps.stream().mapToInt(MapShape::channels).sum();
        return new MapShape(channels, first.height(), first.width());
    }

    @Override
    public List<MapShape> split(MapShape map, int parts) {
        return Collections.nCopies(parts, new MapShape(map.channels() / parts, map.height(), map.width()));
    }

    @Override
    public MapShape maxPool(MapShape map, int kernel) {
        return map;
    }

    @Override
    public MapShape upsample(MapShape map) {
        MapShape out = new MapShape(map.channels(), 2 * map.height(), 2 * map.width());
        flops += 2 * out.channels() * out.cells();
        return out;
    }

    @Override
    public Attended<MapShape> attend(MapShape packed, AttentionShape shape) {
        MapShape values = new MapShape(shape.valueChannels(), packed.height(), packed.width());
        return new Attended<>(values, values);
    }
}
