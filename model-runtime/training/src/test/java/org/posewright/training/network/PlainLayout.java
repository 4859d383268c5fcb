package org.posewright.training.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.PoseGraph;

/**
 * A forward pass in the plain memory layout with batch statistics. libtorch adds up the statistics of channels-last maps in single
 * precision, which moves the loss by some 1e-4; comparisons with recordings need the layout that they were made in.
 */
public final class PlainLayout {

    private PlainLayout() {}

    public static HeadMaps<Tensor> forwardWithBatchStatistics(PoseNetwork network, Tensor images) {
        Map<String, Tensor> plain = new LinkedHashMap<>();
        network.parameters().forEach((name, tensor) -> plain.put(name, tensor.contiguous()));
        network.buffers().forEach((name, tensor) -> plain.put(name, tensor.contiguous()));
        return new PoseGraph(network.spec()).apply(new TorchOps(plain, NormMode.BATCH), images.contiguous());
    }
}
