package org.posewright.training.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.posewright.training.network.Torch;

/** The two losses of a box on its four side distributions, both weighted by the anchor's target score. */
final class BoxLoss {

    private static final double EPSILON = 1e-7;
    private static final double FOUR_OVER_PI_SQUARED = 4 / (Math.PI * Math.PI);
    private static final float LAST_BIN_MARGIN = 0.01f;

    private final HeadLayout layout;
    private final Foreground foreground;
    private final Tensor weights;
    private final Tensor wantedBoxes;

    BoxLoss(HeadLayout layout, Foreground foreground) {
        this.layout = layout;
        this.foreground = foreground;
        weights = Torch.floats(foreground.weights, foreground.size);
        wantedBoxes = Torch.floats(foreground.boxes, foreground.size, 4);
    }

    /** Weighted sum of 1 - CIoU over the anchors, divided by the score sum; {@code bins} is {@code [F, 4*bins]}. */
    Tensor completeIou(Tensor bins) {
        Tensor predicted = decode(bins);
        Tensor overlap = overlap(predicted, wantedBoxes);
        return overlap.neg().add(new Scalar(1.0)).mul(weights).sum().div(new Scalar(foreground.scoreSum));
    }

    private Tensor decode(Tensor bins) {
        Tensor sides = SideDistances.expected(bins, layout);
        Tensor anchors = Torch.floats(foreground.anchors, foreground.size, 2);
        Tensor low = anchors.sub(sides.narrow(1, 0, 2));
        Tensor high = anchors.add(sides.narrow(1, 2, 2));
        return torch.cat(new TensorVector(low, high), 1);
    }

    private static Tensor overlap(Tensor a, Tensor b) {
        Tensor lowA = a.narrow(1, 0, 2);
        Tensor highA = a.narrow(1, 2, 2);
        Tensor lowB = b.narrow(1, 0, 2);
        Tensor highB = b.narrow(1, 2, 2);
        Tensor epsilon = Torch.floats(new float[] {0, (float) EPSILON}, 1, 2);
        Tensor sizeA = highA.sub(lowA).add(epsilon);
        Tensor sizeB = highB.sub(lowB).add(epsilon);
        Tensor overlapSize =
                torch.minimum(highA, highB).sub(torch.maximum(lowA, lowB)).clamp_min(new Scalar(0.0));
        Tensor overlap = overlapSize.select(1, 0).mul(overlapSize.select(1, 1));
        Tensor union = sizeA.select(1, 0)
                .mul(sizeA.select(1, 1))
                .add(sizeB.select(1, 0).mul(sizeB.select(1, 1)))
                .sub(overlap)
                .add(new Scalar(EPSILON));
        Tensor iou = overlap.div(union);
        Tensor hull = torch.maximum(highA, highB).sub(torch.minimum(lowA, lowB));
        Tensor diagonal = hull.mul(hull).sum(1).add(new Scalar(EPSILON));
        Tensor shift = lowB.add(highB).sub(lowA).sub(highA);
        Tensor center = shift.mul(shift).sum(1).div(new Scalar(4.0));
        Tensor angle = sizeB.select(1, 0)
                .div(sizeB.select(1, 1))
                .atan()
                .sub(sizeA.select(1, 0).div(sizeA.select(1, 1)).atan());
        Tensor v = angle.mul(angle).mul(new Scalar(FOUR_OVER_PI_SQUARED));
        Tensor fixedV = v.detach();
        Tensor alpha = fixedV.div(fixedV.sub(iou.detach()).add(new Scalar(1 + EPSILON)));
        return iou.sub(center.div(diagonal).add(v.mul(alpha)));
    }

    /** Cross entropy with the two bins next to the wanted distance, mean over sides, weighted sum over anchors. */
    Tensor distribution(Tensor bins) {
        int sides = 4 * foreground.size;
        long[] lowerBins = new long[sides];
        long[] upperBins = new long[sides];
        float[] lowerWeights = new float[sides];
        float[] upperWeights = new float[sides];
        for (int i = 0; i < sides; i++) {
            float distance = wantedDistance(i / 4, i % 4);
            lowerBins[i] = (long) distance;
            upperBins[i] = lowerBins[i] + 1;
            lowerWeights[i] = upperBins[i] - distance;
            upperWeights[i] = 1 - lowerWeights[i];
        }
        Tensor logProbabilities = bins.reshape(sides, layout.bins()).log_softmax(1);
        Tensor lower =
                logProbabilities.gather(1, Torch.longs(lowerBins, sides, 1)).squeeze(1);
        Tensor upper =
                logProbabilities.gather(1, Torch.longs(upperBins, sides, 1)).squeeze(1);
        Tensor entropy = lower.mul(Torch.floats(lowerWeights, sides))
                .add(upper.mul(Torch.floats(upperWeights, sides)))
                .neg();
        return entropy.view(foreground.size, 4).mean(1).mul(weights).sum().div(new Scalar(foreground.scoreSum));
    }

    private float wantedDistance(int row, int side) {
        float anchor = foreground.anchors[2 * row + side % 2];
        float edge = foreground.boxes[4 * row + side];
        float distance = side < 2 ? anchor - edge : edge - anchor;
        return Math.max(0, Math.min(layout.bins() - 1 - LAST_BIN_MARGIN, distance));
    }
}
