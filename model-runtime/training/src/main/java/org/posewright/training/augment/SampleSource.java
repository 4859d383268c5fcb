package org.posewright.training.augment;

/** The plain samples of a training set by number; mosaic and mix-up take their partners from it. Thread-safe. */
public interface SampleSource {

    int size();

    /**
     * The picture and its labels, resized for training but not augmented.
     *
     * @throws java.io.UncheckedIOException if no picture can be read
     */
    Sample load(int index);
}
