package org.posewright.training.loss;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.posewright.training.network.Torch;

/**
 * The loss of YOLOv8-pose and YOLO11-pose. Call within a {@code PointerScope}; nothing native is kept between calls. Not
 * thread-safe.
 *
 * <p>Items agree with Ultralytics 8.3.59 to a relative 1e-4 in single precision.
 */
public final class PoseLoss {

    private static final int SUM_REDUCTION = 2;

    private final HeadLayout layout;
    private final LossGains gains;
    private final double[] sigmas;
    private final BatchAssigner assigner;

    /**
     * @param sigmas OKS constants, one for each keypoint
     */
    public PoseLoss(HeadLayout layout, LossGains gains, double[] sigmas) {
        if (sigmas.length != layout.keypoints()) {
            throw new IllegalArgumentException(sigmas.length + " sigmas for " + layout.keypoints() + " keypoints");
        }
        this.layout = layout;
        this.gains = gains;
        this.sigmas = sigmas.clone();
        assigner = new BatchAssigner(layout);
    }

    /**
     * Raw maps, finest level first, in any float type and memory format.
     *
     * @param boxes {@code [N, 4*bins, h, w]} for each level
     * @param classes {@code [N, classes, h, w]} for each level
     * @param keypoints {@code [N, K*D, h, w]} for each level
     * @param strides pixels of the input for each cell of each level
     */
    public LossResult evaluate(
            List<Tensor> boxes, List<Tensor> classes, List<Tensor> keypoints, int[] strides, BatchTargets targets) {
        Tensor bins = anchorRows(boxes, layout.boxChannels());
        Tensor logits = anchorRows(classes, layout.classes());
        AnchorGrid grid = grid(boxes, strides);
        List<Assignment> assignments = assigner.assign(bins, logits, grid, targets);
        Foreground foreground = new Foreground(assignments, targets, grid, sigmas);
        Tensor classification = classLoss(logits, foreground, assignments, targets, grid);
        if (foreground.size == 0) {
            return result(targets.images(), 0, null, null, null, classification, null);
        }
        Tensor index = Torch.longs(foreground.rows, foreground.size);
        BoxLoss boxLoss = new BoxLoss(layout, foreground);
        Tensor chosenBins = bins.index_select(0, index);
        Tensor box = boxLoss.completeIou(chosenBins);
        Tensor distribution = boxLoss.distribution(chosenBins);
        Tensor points = anchorRows(keypoints, layout.keypointChannels())
                .index_select(0, index)
                .view(foreground.size, layout.keypoints(), layout.valuesPerKeypoint());
        Tensor pose = location(points, foreground);
        Tensor objectness = layout.valuesPerKeypoint() == 3 ? objectness(points, foreground) : null;
        return result(targets.images(), foreground.size, box, pose, objectness, classification, distribution);
    }

    /** {@code [N * A, channels]} in single precision; no copy is made of channels-last maps but the joining one. */
    private static Tensor anchorRows(List<Tensor> levels, int channels) {
        TensorVector parts = new TensorVector();
        for (Tensor level : levels) {
            parts.push_back(level.permute(0, 2, 3, 1).reshape(level.size(0), -1, channels));
        }
        return torch.cat(parts, 1).to(ScalarType.Float).contiguous().view(-1, channels);
    }

    private static AnchorGrid grid(List<Tensor> levels, int[] strides) {
        AnchorGrid.Level[] sizes = new AnchorGrid.Level[levels.size()];
        for (int i = 0; i < sizes.length; i++) {
            Tensor level = levels.get(i);
            sizes[i] = new AnchorGrid.Level((int) level.size(3), (int) level.size(2), strides[i]);
        }
        return new AnchorGrid(sizes);
    }

    private Tensor classLoss(
            Tensor logits, Foreground foreground, List<Assignment> assignments, BatchTargets targets, AnchorGrid grid) {
        float[] wanted = new float[targets.images() * grid.size() * layout.classes()];
        int row = 0;
        for (Assignment assignment : assignments) {
            for (int i = 0; i < assignment.size(); i++, row++) {
                int classIndex = targets.classIndex()[assignment.object(i)];
                wanted[(int) foreground.rows[row] * layout.classes() + classIndex] = assignment.score(i);
            }
        }
        Tensor target = Torch.floats(wanted, targets.images() * (long) grid.size(), layout.classes());
        return torch.binary_cross_entropy_with_logits(
                        logits, target, new TensorOptional(), new TensorOptional(), SUM_REDUCTION)
                .div(new Scalar(foreground.scoreSum));
    }

    /** Mean of 1 - OKS of the labelled points, decoded as {@code 2 r + anchor - 0.5} cells. */
    private Tensor location(Tensor points, Foreground foreground) {
        int k = layout.keypoints();
        Tensor anchors = Torch.floats(foreground.anchors, foreground.size, 1, 2).sub(new Scalar(0.5));
        Tensor wanted = Torch.floats(foreground.keypoints, foreground.size, k, 2);
        Tensor difference =
                points.narrow(2, 0, 2).mul(new Scalar(2.0)).add(anchors).sub(wanted);
        Tensor factor = Torch.floats(foreground.exponentFactors, foreground.size, k);
        Tensor exponent = difference.mul(difference).sum(2).mul(factor);
        Tensor weight = Torch.floats(foreground.keypointWeights, foreground.size, k);
        return exponent.neg().expm1().neg().mul(weight).mean();
    }

    private Tensor objectness(Tensor points, Foreground foreground) {
        Tensor labeled = Torch.floats(foreground.labeled, foreground.size, layout.keypoints());
        return torch.binary_cross_entropy_with_logits(points.select(2, 2), labeled);
    }

    private LossResult result(
            int images,
            int foregroundAnchors,
            @Nullable Tensor box,
            @Nullable Tensor pose,
            @Nullable Tensor objectness,
            Tensor classification,
            @Nullable Tensor distribution) {
        Tensor[] weighted = {
            weigh(box, gains.box()),
            weigh(pose, gains.pose()),
            weigh(objectness, gains.keypointObjectness()),
            weigh(classification, gains.classification()),
            weigh(distribution, gains.distribution())
        };
        Tensor items = torch.stack(new TensorVector(weighted), 0);
        Tensor total = items.sum().mul(new Scalar((double) images));
        float[] values = Torch.toFloats(items);
        LossItems read = new LossItems(values[0], values[1], values[2], values[3], values[4]);
        return new LossResult(total, read, foregroundAnchors);
    }

    private static Tensor weigh(@Nullable Tensor item, double gain) {
        return item == null ? Torch.floats(new float[] {0}).squeeze() : item.mul(new Scalar(gain));
    }
}
