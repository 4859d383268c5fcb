package org.posewright.annotations.model;

/**
 * One labelled point of a person.
 *
 * @param x pixels from the left edge; may lie outside the picture
 * @param y pixels from the top edge; may lie outside the picture
 */
public record Keypoint(double x, double y, Visibility visibility, Provenance provenance) {

    /** The point that nobody labelled: (0, 0), v = 0. */
    public static final Keypoint UNLABELED = new Keypoint(0, 0, Visibility.UNLABELED, Provenance.FILE);

    public Keypoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("keypoint (" + x + ", " + y + ") is not finite");
        }
    }

    /** A point as a file gives it. */
    public static Keypoint ofFile(double x, double y, Visibility visibility) {
        return new Keypoint(x, y, visibility, Provenance.FILE);
    }

    public boolean isLabeled() {
        return visibility.isLabeled();
    }

    public Keypoint movedTo(double newX, double newY) {
        return new Keypoint(newX, newY, visibility, Provenance.HUMAN);
    }

    public Keypoint withVisibility(Visibility newVisibility) {
        return new Keypoint(x, y, newVisibility, Provenance.HUMAN);
    }
}
