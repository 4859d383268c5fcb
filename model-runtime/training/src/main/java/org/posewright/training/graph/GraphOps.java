package org.posewright.training.graph;

import java.util.List;
import java.util.function.Supplier;

/**
 * The few operations that YOLO-pose is made of. {@code T} is whatever stands for a feature map [batch, channels, height, width]: a shape, a
 * libtorch tensor, the name of a value in an ONNX graph.
 */
public interface GraphOps<T> {
    /** Channels of a map. */
    int channels(T map);

    /** Convolution without bias, batch normalisation, then SiLU if the spec asks for it. Parameters are named below {@code path}. */
    T convUnit(String path, T map, ConvSpec spec);

    /** 1×1 convolution with bias, without normalisation or activation. */
    T pointwise(String path, T map, int outChannels);

    T add(T left, T right);

    /** Joins along the channels. */
    T concat(List<T> maps);

    /** Splits along the channels into equal parts. */
    List<T> split(T map, int parts);

    /** Square max-pooling with stride 1 that keeps the size. */
    T maxPool(T map, int kernel);

    /** Nearest-neighbour doubling of height and width. */
    T upsample(T map);

    /**
     * Softmax self-attention over the cells.
     *
     * @param packed per head q, k (each {@code shape.keyChannels()}) and v ({@code shape.headChannels()}) one after the other
     */
    Attended<T> attend(T packed, AttentionShape shape);

    /** Runs one layer; whatever it makes besides its result may be freed afterwards. */
    default T layer(Supplier<T> body) {
        return body.get();
    }

    /** Says that nothing will read this layer's map any more. */
    default void release(T map) {}

    /** Result of attention: the mixed values and the values themselves, both [batch, channels, height, width]. */
    record Attended<T>(T mixed, T values) {}

    /** Sizes of attention: {@code heads} times {@code headChannels} values, keys and queries of half that width. */
    record AttentionShape(int heads, int headChannels) {
        public int keyChannels() {
            return headChannels / 2;
        }

        public int valueChannels() {
            return heads * headChannels;
        }

        public int packedChannels() {
            return heads * (headChannels + 2 * keyChannels());
        }
    }
}
