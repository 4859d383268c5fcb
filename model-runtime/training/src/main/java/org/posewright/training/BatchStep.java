package org.posewright.training;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.posewright.training.augment.Picture;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.loss.BatchTargets;
import org.posewright.training.loss.LossItems;
import org.posewright.training.loss.LossResult;
import org.posewright.training.loss.PoseLoss;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.network.Torch;

/** Forward and backward pass of one batch; leaves gradients added to the network's parameters and nothing else behind. */
final class BatchStep {

    private static final double LEVELS = 255;

    private final PoseNetwork network;
    private final PoseLoss loss;
    private final boolean usesBfloat16;

    BatchStep(PoseNetwork network, PoseLoss loss, boolean usesBfloat16) {
        this.network = network;
        this.loss = loss;
        this.usesBfloat16 = usesBfloat16;
    }

    /**
     * @param inputSize long side to resize the batch to; 0 leaves it
     * @return the loss items; when they are not finite no gradient was added
     */
    @SuppressWarnings("try")
    LossItems run(PixelBatch batch, int inputSize) {
        try (PointerScope scope = new PointerScope()) {
            Tensor images = images(batch);
            BatchTargets targets = batch.targets();
            int longSide = Math.max(batch.width(), batch.height());
            if (inputSize > 0 && inputSize != longSide) {
                images = resized(images, batch, inputSize);
                targets = scaled(
                        targets, images.size(3) / (float) batch.width(), images.size(2) / (float) batch.height());
            }
            HeadMaps<Tensor> maps = forward(images);
            LossResult result = evaluate(loss, maps, targets);
            if (result.items().isFinite()) {
                result.total().backward();
            }
            return result.items();
        }
    }

    /** Pixels between 0 and 1, {@code [N, 3, h, w]}, channels-last in memory. */
    static Tensor images(PixelBatch batch) {
        return Torch.unsignedBytes(batch.rgb(), batch.size(), batch.height(), batch.width(), Picture.CHANNELS)
                .permute(0, 3, 1, 2)
                .to(ScalarType.Float)
                .div_(new Scalar(LEVELS));
    }

    static LossResult evaluate(PoseLoss loss, HeadMaps<Tensor> maps, BatchTargets targets) {
        List<Tensor> boxes = maps.boxes();
        return loss.evaluate(boxes, maps.classes(), maps.keypoints(), NetworkSpec.STRIDES, targets);
    }

    private HeadMaps<Tensor> forward(Tensor images) {
        if (!usesBfloat16) {
            return network.forward(images);
        }
        torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
        torch.set_autocast_enabled(DeviceType.CPU, true);
        try {
            return network.forward(images);
        } finally {
            torch.set_autocast_enabled(DeviceType.CPU, false);
            torch.clear_cache();
        }
    }

    private static Tensor resized(Tensor images, PixelBatch batch, int inputSize) {
        double ratio = inputSize / (double) Math.max(batch.width(), batch.height());
        long height = rounded(batch.height() * ratio);
        long width = rounded(batch.width() * ratio);
        return torch.upsample_bilinear2d(
                images, new long[] {height, width}, false, new DoubleOptional(), new DoubleOptional());
    }

    private static long rounded(double side) {
        int stride = NetworkSpec.STRIDES[NetworkSpec.STRIDES.length - 1];
        return (long) Math.ceil(side / stride) * stride;
    }

    private static BatchTargets scaled(BatchTargets targets, float scaleX, float scaleY) {
        float[] boxes = targets.boxes().clone();
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] *= i % 2 == 0 ? scaleX : scaleY;
        }
        float[] keypoints = targets.keypoints().clone();
        for (int i = 0; i < keypoints.length; i += 3) {
            keypoints[i] *= scaleX;
            keypoints[i + 1] *= scaleY;
        }
        return new BatchTargets(
                targets.images(),
                targets.keypointCount(),
                targets.imageIndex(),
                targets.classIndex(),
                boxes,
                keypoints);
    }
}
