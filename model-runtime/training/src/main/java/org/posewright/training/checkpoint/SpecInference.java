package org.posewright.training.checkpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.training.graph.ConvEntry;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

/** Finds out from names and shapes which network a state dictionary belongs to. */
public final class SpecInference {
    private SpecInference() {}

    /**
     * @param keypointShape {@code kpt_shape} from the file's settings, or null; then three values a keypoint are assumed where they divide
     *     the channels, two otherwise
     * @return the spec whose every convolution has a kernel of its shape in the source, or empty
     */
    public static Optional<NetworkSpec> infer(NamedTensors source, int @Nullable [] keypointShape) {
        for (ModelFamily family : ModelFamily.values()) {
            String head = "model." + (family.rows().size() - 1);
            TensorData classBias = source.find(head + ".cv3.0.2.bias");
            TensorData keypointBias = source.find(head + ".cv4.0.2.bias");
            if (classBias == null || keypointBias == null || classBias.elements() == 0) {
                continue;
            }
            int channels = keypointBias.elements();
            int dimensions = keypointShape == null ? (channels % 3 == 0 ? 3 : 2) : keypointShape[1];
            int keypoints = keypointShape == null ? channels / dimensions : keypointShape[0];
            if (keypoints < 1 || dimensions < 2 || dimensions > 3 || keypoints * dimensions != channels) {
                continue;
            }
            for (ModelScale scale : ModelScale.values()) {
                NetworkSpec spec = new NetworkSpec(family, scale, classBias.elements(), keypoints, dimensions);
                if (fits(spec, source)) {
                    return Optional.of(spec);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(NetworkSpec spec, NamedTensors source) {
        for (ConvEntry conv : NetworkInventory.of(spec).convolutions()) {
            TensorData kernel = source.find(conv.kernelPath() + ".weight");
            if (kernel == null || !kernel.shapeList().equals(conv.kernelShape())) {
                return false;
            }
        }
        // A longer network of the same width holds all the kernels of a shorter one.
        long kernels = source.names().stream()
                .filter(name -> name.startsWith("model.") && name.endsWith(".conv.weight"))
                .count();
        long expected = NetworkInventory.of(spec).entries().keySet().stream()
                .filter(name -> name.endsWith(".conv.weight"))
                .count();
        return kernels == expected || kernels == expected - 1;
    }
}
