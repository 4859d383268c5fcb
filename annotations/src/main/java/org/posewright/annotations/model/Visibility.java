package org.posewright.annotations.model;

/** COCO's visibility flag of a keypoint. OKS and every loss treat {@link #OCCLUDED} and {@link #VISIBLE} alike. */
public enum Visibility {
    /** v = 0: the point has no label; its coordinates mean nothing to an evaluator. */
    UNLABELED,
    /** v = 1: labelled, hidden in the picture. */
    OCCLUDED,
    /** v = 2: labelled and visible. */
    VISIBLE;

    private static final Visibility[] BY_FLAG = values();

    /** The number that label files use: 0, 1 or 2. */
    public int flag() {
        return ordinal();
    }

    /** Whether an evaluator counts the point. */
    public boolean isLabeled() {
        return this != UNLABELED;
    }

    /**
     * @throws IllegalArgumentException if {@code flag} is not 0, 1 or 2
     */
    public static Visibility ofFlag(int flag) {
        if (flag < 0 || flag >= BY_FLAG.length) {
            throw new IllegalArgumentException("visibility " + flag + " is not 0, 1 or 2");
        }
        return BY_FLAG[flag];
    }
}
