package org.posewright.training.augment;

import java.util.random.RandomGenerator;

/** One step of augmentation: a pure function of the sample and the random numbers it draws. */
@FunctionalInterface
public interface Augmentation {

    Sample apply(Sample sample, RandomGenerator random);

    /** This step, then {@code next}. */
    default Augmentation then(Augmentation next) {
        return (sample, random) -> next.apply(apply(sample, random), random);
    }
}
