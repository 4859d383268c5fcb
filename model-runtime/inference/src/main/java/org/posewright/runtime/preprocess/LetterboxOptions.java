package org.posewright.runtime.preprocess;

/**
 * How a picture is fitted into a network input; names in brackets are those of the field's argument.
 *
 * @param minimumRectangle (auto) pad only to the next multiple of the stride instead of to the whole target
 * @param scaleUp (scaleup) enlarge pictures that are smaller than the target
 * @param centered (center) share the padding between both sides; otherwise it is all right and below
 * @param stride largest stride of the network, for {@code minimumRectangle}
 */
public record LetterboxOptions(boolean minimumRectangle, boolean scaleUp, boolean centered, int stride) {

    /** The whole target is filled: what models of a fixed input size need. */
    public static LetterboxOptions fixed(int stride) {
        return new LetterboxOptions(false, true, true, stride);
    }

    /** The smallest rectangle of whole strides: for models of dynamic input size. */
    public static LetterboxOptions rectangular(int stride) {
        return new LetterboxOptions(true, true, true, stride);
    }
}
