package org.posewright.training.augment;

import java.util.random.RandomGenerator;

/** Exchanges red and blue with some probability: the reference's {@code bgr}. */
public record ChannelSwap(double probability) implements Augmentation {

    @Override
    public Sample apply(Sample sample, RandomGenerator random) {
        if (random.nextDouble() >= probability) {
            return sample;
        }
        byte[] swapped = sample.picture().bgr().clone();
        for (int i = 0; i < swapped.length; i += Picture.CHANNELS) {
            byte blue = swapped[i];
            swapped[i] = swapped[i + 2];
            swapped[i + 2] = blue;
        }
        return sample.withPicture(new Picture(sample.width(), sample.height(), swapped));
    }
}
