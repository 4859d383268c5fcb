package org.posewright.runtime.decode;

/**
 * @param floor candidates must score above this to be kept at all
 * @param multiLabel one candidate for each class above the floor instead of the best class alone: the reference's validation with
 *     several classes
 */
public record DecodeSettings(double floor, boolean multiLabel) {

    public DecodeSettings {
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("the candidate floor must lie between 0 and 1, not " + floor);
        }
    }
}
