package org.posewright.training.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.posewright.training.network.Torch;

/**
 * Assigns anchors to the labels of each picture of a batch. On the processor only the raw outputs near labels are looked at; from a card,
 * boxes are decoded there first, so that a sixteenth of the numbers has to travel. Not thread-safe: buffers are reused.
 */
final class BatchAssigner {

    private final HeadLayout layout;
    private float[] binBuffer = new float[0];
    private float[] logitBuffer = new float[0];

    BatchAssigner(HeadLayout layout) {
        this.layout = layout;
    }

    /**
     * @param bins raw box outputs, {@code [N*A, 4*bins]}
     * @param logits {@code [N*A, classes]}
     * @return one for each picture; empty where it has no labels
     */
    List<Assignment> assign(Tensor bins, Tensor logits, AnchorGrid grid, BatchTargets targets) {
        int[] firsts = firstObjects(targets);
        return bins.is_cuda()
                ? fromCard(bins, logits, grid, targets, firsts)
                : here(bins, logits, grid, targets, firsts);
    }

    /** For each picture the row of its first label, and the number of labels at the end. */
    private static int[] firstObjects(BatchTargets targets) {
        int[] firsts = new int[targets.images() + 1];
        int row = 0;
        for (int image = 0; image < targets.images(); image++) {
            firsts[image] = row;
            while (row < targets.count() && targets.imageIndex()[row] == image) {
                row++;
            }
        }
        firsts[targets.images()] = row;
        return firsts;
    }

    private List<Assignment> here(Tensor bins, Tensor logits, AnchorGrid grid, BatchTargets targets, int[] firsts) {
        if (binBuffer.length != grid.size() * layout.boxChannels()) {
            binBuffer = new float[grid.size() * layout.boxChannels()];
            logitBuffer = new float[grid.size() * layout.classes()];
        }
        FloatPointer allBins = new FloatPointer(bins.detach().data_ptr());
        FloatPointer allLogits = new FloatPointer(logits.detach().data_ptr());
        TaskAlignedAssigner assigner = new TaskAlignedAssigner(layout, grid, layout.bins());
        List<Assignment> assignments = new ArrayList<>();
        for (int image = 0; image < targets.images(); image++) {
            if (firsts[image] == firsts[image + 1]) {
                assignments.add(new Assignment());
            } else {
                allBins.position((long) image * binBuffer.length).get(binBuffer);
                allLogits.position((long) image * logitBuffer.length).get(logitBuffer);
                assignments.add(assigner.assign(binBuffer, logitBuffer, targets, firsts[image], firsts[image + 1]));
            }
        }
        return assignments;
    }

    private List<Assignment> fromCard(Tensor bins, Tensor logits, AnchorGrid grid, BatchTargets targets, int[] firsts) {
        float[] sides = Torch.toFloats(SideDistances.expected(bins.detach(), layout));
        float[] scores = Torch.toFloats(logits.detach());
        int sideCount = 4 * grid.size();
        int scoreCount = layout.classes() * grid.size();
        return IntStream.range(0, targets.images())
                .parallel()
                .mapToObj(image -> firsts[image] == firsts[image + 1]
                        ? new Assignment()
                        : new TaskAlignedAssigner(layout, grid, 1)
                                .assign(
                                        Arrays.copyOfRange(sides, image * sideCount, (image + 1) * sideCount),
                                        Arrays.copyOfRange(scores, image * scoreCount, (image + 1) * scoreCount),
                                        targets,
                                        firsts[image],
                                        firsts[image + 1]))
                .toList();
    }
}
