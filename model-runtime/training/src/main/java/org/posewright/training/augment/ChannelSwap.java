package org.posewright.training.augment;

/** Exchanges red and blue: the reference's {@code bgr}. */
final class ChannelSwap {

    private ChannelSwap() {}

    static Sample apply(Sample sample) {
        byte[] swapped = sample.picture().bgr().clone();
        for (int i = 0; i < swapped.length; i += Picture.CHANNELS) {
            byte blue = swapped[i];
            swapped[i] = swapped[i + 2];
            swapped[i + 2] = blue;
        }
        return sample.withPicture(new Picture(sample.width(), sample.height(), swapped));
    }
}
