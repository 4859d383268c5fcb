package org.posewright.annotations.query;

import org.posewright.annotations.model.Skeleton;

/** Says whether a picture is wanted. */
@FunctionalInterface
public interface Filter {

    /** Everything is wanted. */
    Filter ALL = image -> true;

    boolean matches(ImageFacts image);

    default Filter and(Filter other) {
        return image -> matches(image) && other.matches(image);
    }

    default Filter or(Filter other) {
        return image -> matches(image) || other.matches(image);
    }

    default Filter negated() {
        return image -> !matches(image);
    }

    /**
     * Reads a filter as a person types it. Words stand for conditions that must all hold:
     *
     * <table>
     * <caption>conditions</caption>
     * <tr><td>{@code edited reviewed flagged untouched unsaved empty crowd}</td><td>state of the picture</td></tr>
     * <tr><td>{@code split:val}, {@code status:flagged}, {@code name:beach}, {@code note:blurred}</td><td>values and parts of texts</td></tr>
     * <tr><td>{@code missing:left_wrist}, {@code has:nose}, {@code occluded:left_hip}</td><td>a person without, with, with v = 1</td></tr>
     * <tr><td>{@code people>3}, {@code joints<5}, {@code crowds>=1}, {@code oks<0.7}</td><td>numbers, with {@code < <= > >= = !=}</td></tr>
     * <tr><td>{@code beach}, {@code "left wrist"}</td><td>part of the name or the note</td></tr>
     * </table>
     *
     * {@code not} or {@code -} turns a condition round, {@code or} offers a choice, parentheses group.
     *
     * @throws QueryException if the text is no filter; it says where and why
     */
    static Filter parse(String text, Skeleton skeleton) {
        return new FilterParser(text, skeleton).parse();
    }
}
