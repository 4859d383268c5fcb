package org.posewright.training.loss;

import org.bytedeco.pytorch.Tensor;
import org.posewright.training.network.Torch;

/** From bins to the distances of a box's four sides from its anchor (distribution focal loss, Li et al. 2020). */
final class SideDistances {

    private SideDistances() {}

    /**
     * The mean bin number under the softmax of each side's bins.
     *
     * @param bins {@code [F, 4*bins]}
     * @return {@code [F, 4]}: left, top, right, bottom in cells
     */
    static Tensor expected(Tensor bins, HeadLayout layout) {
        float[] numbers = new float[layout.bins()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return bins.reshape(-1, 4, layout.bins()).softmax(2).matmul(Torch.floats(numbers, numbers.length));
    }
}
