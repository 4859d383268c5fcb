package org.posewright.training.draw;

import java.util.List;

/**
 * What the draws of a run depend on.
 *
 * @param pictures of the training set
 * @param batch pictures in a batch
 * @param imageSize side of the network's input in pixels
 * @param mosaicEndEpoch 0-based epoch from which on mosaic and mix-up are off; a negative number for never
 * @param fixedOrder numbers of the pictures in the order of every epoch; empty when the loader shuffles them
 * @param drawsBetweenEpochs numbers that go by unused after each epoch: the reference's validation draws one for each picture
 */
public record DrawSettings(
        int pictures,
        int batch,
        int imageSize,
        AugmentationSettings augmentation,
        int mosaicEndEpoch,
        List<Integer> fixedOrder,
        int drawsBetweenEpochs,
        long seed) {

    public DrawSettings {
        fixedOrder = List.copyOf(fixedOrder);
    }

    /** How many pictures mosaics choose from at most, out of {@code pictures} in batches of {@code batch}. */
    public static int recentPictures(int pictures, int batch) {
        return RecentPictures.limit(pictures, batch);
    }

    int batches() {
        return (pictures + batch - 1) / batch;
    }

    AugmentationSettings augmentation(int epoch) {
        boolean isOpen = mosaicEndEpoch < 0 || epoch < mosaicEndEpoch;
        return isOpen ? augmentation : augmentation.withoutMosaic();
    }
}
