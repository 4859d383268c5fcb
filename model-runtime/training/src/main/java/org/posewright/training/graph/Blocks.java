package org.posewright.training.graph;

import java.util.ArrayList;
import java.util.List;

/** The building blocks of both families, written over {@link GraphOps}; parameter names are those of the reference's state dictionary. */
final class Blocks<T> {
    private static final int CHANNELS_PER_HEAD = 64;

    private final GraphOps<T> ops;

    Blocks(GraphOps<T> ops) {
        this.ops = ops;
    }

    T conv(String path, T x, int outChannels, int kernel) {
        return ops.convUnit(path, x, ConvSpec.of(outChannels, kernel));
    }

    T linear(String path, T x, int outChannels) {
        return ops.convUnit(path, x, ConvSpec.of(outChannels, 1).linear());
    }

    /** Two 3×3 convolutions; the input is added when wanted and possible. */
    T bottleneck(String path, T x, int outChannels, int hidden, boolean shortcut) {
        T y = conv(path + ".cv2", conv(path + ".cv1", x, hidden, 3), outChannels, 3);
        return shortcut && ops.channels(x) == outChannels ? ops.add(x, y) : y;
    }

    /** Split, a chain of inner blocks whose every result is kept, and a joining 1×1 convolution. */
    private T chained(String path, T x, int outChannels, double expansion, int repeats, Inner<T> inner) {
        int hidden = (int) (outChannels * expansion);
        List<T> parts = new ArrayList<>(ops.split(conv(path + ".cv1", x, 2 * hidden, 1), 2));
        for (int i = 0; i < repeats; i++) {
            parts.add(inner.apply(path + ".m." + i, parts.get(parts.size() - 1), hidden));
        }
        return conv(path + ".cv2", ops.concat(parts), outChannels, 1);
    }

    T c2f(String path, T x, int outChannels, int repeats, boolean shortcut) {
        return chained(path, x, outChannels, 0.5, repeats, (p, y, c) -> bottleneck(p, y, c, c, shortcut));
    }

    T c3k2(String path, T x, int outChannels, int repeats, boolean c3k, double expansion) {
        Inner<T> inner = c3k ? this::c3k : (p, y, c) -> bottleneck(p, y, c, c / 2, true);
        return chained(path, x, outChannels, expansion, repeats, inner);
    }

    /** Cross-stage block around two full-width bottlenecks. */
    private T c3k(String path, T x, int outChannels) {
        int hidden = outChannels / 2;
        T y = conv(path + ".cv1", x, hidden, 1);
        for (int i = 0; i < 2; i++) {
            y = bottleneck(path + ".m." + i, y, hidden, hidden, true);
        }
        return conv(path + ".cv3", ops.concat(List.of(y, conv(path + ".cv2", x, hidden, 1))), outChannels, 1);
    }

    /** Spatial pyramid by three successive 5×5 max-pools. */
    T sppf(String path, T x, int outChannels) {
        T y = conv(path + ".cv1", x, ops.channels(x) / 2, 1);
        T once = ops.maxPool(y, 5);
        T twice = ops.maxPool(once, 5);
        return conv(path + ".cv2", ops.concat(List.of(y, once, twice, ops.maxPool(twice, 5))), outChannels, 1);
    }

    /** Half of the channels pass through attention blocks. */
    T c2psa(String path, T x, int repeats) {
        int channels = ops.channels(x);
        int hidden = channels / 2;
        List<T> halves = ops.split(conv(path + ".cv1", x, 2 * hidden, 1), 2);
        T b = halves.get(1);
        for (int i = 0; i < repeats; i++) {
            String block = path + ".m." + i;
            b = ops.add(b, attention(block + ".attn", b, hidden));
            T wide = conv(block + ".ffn.0", b, 2 * hidden, 1);
            b = ops.add(b, linear(block + ".ffn.1", wide, hidden));
        }
        return conv(path + ".cv2", ops.concat(List.of(halves.get(0), b)), channels, 1);
    }

    private T attention(String path, T x, int channels) {
        int heads = channels / CHANNELS_PER_HEAD;
        var shape = new GraphOps.AttentionShape(heads, channels / heads);
        T packed = linear(path + ".qkv", x, shape.packedChannels());
        GraphOps.Attended<T> attended = ops.attend(packed, shape);
        ConvSpec depthwise = ConvSpec.of(channels, 3).grouped(channels).linear();
        T position = ops.convUnit(path + ".pe", attended.values(), depthwise);
        return linear(path + ".proj", ops.add(attended.mixed(), position), channels);
    }

    /** Depthwise convolution followed by a 1×1 convolution. */
    T separable(String path, T x, int outChannels) {
        int channels = ops.channels(x);
        T deep = ops.convUnit(path + ".0", x, ConvSpec.of(channels, 3).grouped(channels));
        return conv(path + ".1", deep, outChannels, 1);
    }

    private interface Inner<T> {
        T apply(String path, T x, int channels);
    }
}
