package org.posewright.training.data;

import java.util.List;
import org.posewright.training.draw.AugmentationSettings;

/**
 * What decides the pixels and labels of every training batch.
 *
 * @param batch pictures in a batch; the last of an epoch may have fewer
 * @param mosaicEndEpoch 0-based epoch from which on mosaic and mix-up are off; a negative number for never
 * @param rectangular whether batches are cut by aspect ratio instead of shuffled, without mosaic
 * @param flipOrder the skeleton's; empty forbids mirroring
 * @param validationPictures how many each epoch is validated on: the reference draws a number for each; 0 without validation
 */
public record PipelineSettings(
        int imageSize,
        int batch,
        AugmentationSettings augmentation,
        int mosaicEndEpoch,
        boolean rectangular,
        long seed,
        List<Integer> flipOrder,
        int validationPictures) {

    public PipelineSettings {
        flipOrder = List.copyOf(flipOrder);
        if (imageSize < 1 || batch < 1) {
            throw new IllegalArgumentException("image size " + imageSize + " and batch " + batch + " must be positive");
        }
    }
}
