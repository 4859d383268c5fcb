package org.posewright.training.augment;

/** What augmentation did to a labelled point. */
public enum PointFate {
    /** Moved with its pixels, still inside the picture. */
    KEPT,
    /** Left the picture: set to the border and no longer counted as labelled. */
    CLIPPED,
    /** Had no label to begin with. */
    UNLABELED
}
