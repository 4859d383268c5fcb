package org.posewright.training.graph;

import java.util.List;
import org.posewright.training.graph.ParameterSpec.Kind;

/**
 * One convolution of a network.
 *
 * @param path name of the unit (with normalisation) or of the plain convolution
 * @param normalised whether batch normalisation follows, in entries {@code path.bn.*}
 */
public record ConvEntry(String path, int inChannels, ConvSpec spec, boolean normalised) {
    /** Name of the module that holds the kernel. */
    public String kernelPath() {
        return normalised ? path + ".conv" : path;
    }

    /** Name of the normalisation's entry, such as {@code weight} or {@code running_mean}. */
    public String norm(String entry) {
        return path + ".bn." + entry;
    }

    public List<Integer> kernelShape() {
        return List.of(spec.outChannels(), inChannels / spec.groups(), spec.kernel(), spec.kernel());
    }

    List<ParameterSpec> entries(boolean fused) {
        List<Integer> channel = List.of(spec.outChannels());
        var weight = new ParameterSpec(kernelPath() + ".weight", Kind.CONV_WEIGHT, kernelShape());
        if (fused || !normalised) {
            return List.of(weight, new ParameterSpec(kernelPath() + ".bias", Kind.CONV_BIAS, channel));
        }
        return List.of(
                weight,
                new ParameterSpec(norm("weight"), Kind.NORM_WEIGHT, channel),
                new ParameterSpec(norm("bias"), Kind.NORM_BIAS, channel),
                new ParameterSpec(norm("running_mean"), Kind.NORM_MEAN, channel),
                new ParameterSpec(norm("running_var"), Kind.NORM_VARIANCE, channel),
                new ParameterSpec(norm("num_batches_tracked"), Kind.NORM_COUNT, List.of()));
    }
}
