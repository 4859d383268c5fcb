package org.posewright.runtime.preprocess;

/** Which padding is subtracted when network coordinates go back to the picture. */
public enum PaddingRule {
    /**
     * The padding that the letterbox really has (Ultralytics 8.4, and its validation in every version): geometrically exact.
     */
    REAL,
    /**
     * As Ultralytics 8.3 predicts: boxes lose a padding rounded from the unrounded picture size, keypoints the unrounded one. Up
     * to a pixel of the network input beside the real one; for comparing figures with that version.
     */
    ULTRALYTICS_8_3
}
