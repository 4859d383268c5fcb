package org.posewright.training.draw;

/**
 * How strongly samples are varied; names and meaning follow the reference's arguments.
 *
 * @param hsvH largest relative change of hue; likewise saturation and value
 * @param degrees largest rotation either way
 * @param translate largest shift as a fraction of the picture
 * @param scale largest relative change of size
 * @param shear largest shear either way, in degrees
 * @param perspective largest perspective coefficient, 0 to 0.001 is useful
 * @param flipUd probability of turning upside down; likewise {@code flipLr} for left and right, {@code bgr} for swapping red and
 *     blue, {@code mosaic}, {@code mixUp}
 */
public record AugmentationSettings(
        double hsvH,
        double hsvS,
        double hsvV,
        double degrees,
        double translate,
        double scale,
        double shear,
        double perspective,
        double flipUd,
        double flipLr,
        double bgr,
        double mosaic,
        double mixUp) {

    public static final AugmentationSettings DEFAULT =
            new AugmentationSettings(0.015, 0.7, 0.4, 0, 0.1, 0.5, 0, 0, 0, 0.5, 0, 1, 0);

    public static final AugmentationSettings NONE = new AugmentationSettings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The same without mosaic and mix-up: the last epochs of a run. */
    public AugmentationSettings withoutMosaic() {
        return new AugmentationSettings(
                hsvH, hsvS, hsvV, degrees, translate, scale, shear, perspective, flipUd, flipLr, bgr, 0, 0);
    }

    /** The same without flips: a skeleton that does not say which points mirror which cannot be mirrored. */
    public AugmentationSettings withoutFlips() {
        return new AugmentationSettings(
                hsvH, hsvS, hsvV, degrees, translate, scale, shear, perspective, 0, 0, bgr, mosaic, mixUp);
    }
}
