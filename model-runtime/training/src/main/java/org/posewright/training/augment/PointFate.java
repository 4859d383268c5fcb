package org.posewright.training.augment;

/** What augmentation did to a labelled point. */
public enum PointFate {
    /** Moved with its pixels, still inside the picture. */
    KEPT,
    /** Was cut off and set to the border; a label only if its visibility still says so, as at the border of a mosaic. */
    CLIPPED,
    /** Had no label to begin with. */
    UNLABELED
}
