package org.posewright.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posewright.annotations.model.Skeleton;

/** Compares {@code flip_idx} with the names of the points: mirroring with a wrong order teaches a model to confuse left and right. */
public final class FlipCheck {

    private FlipCheck() {}

    /** What may be wrong about one point. */
    public enum Fault {
        /** The partner does not point back. */
        ONE_WAY,
        /** The name says a side, and the point stays where it is. */
        SIDE_STAYS,
        /** The partner's name is not that of the other side. */
        WRONG_PARTNER,
        /** The name says no side, and yet the point is swapped. */
        MIDDLE_MOVES
    }

    /**
     * One suspicious entry.
     *
     * @param index of the point
     * @param partner what it becomes
     * @param expected what its name suggests; the point itself when it has no side
     */
    public record Mistake(int index, int partner, int expected, Fault fault) {}

    /** Entries to look at; none when the dataset does not say how to mirror. */
    public static List<Mistake> of(Skeleton skeleton) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < skeleton.flipIndices().size(); i++) {
            int index = i;
            int partner = skeleton.partner(i);
            int expected = expected(skeleton, i);
            fault(skeleton, i, partner, expected)
                    .ifPresent(f -> mistakes.add(new Mistake(index, partner, expected, f)));
        }
        return mistakes;
    }

    private static Optional<Fault> fault(Skeleton skeleton, int index, int partner, int expected) {
        boolean hasSide = !mirrored(skeleton.keypointNames().get(index)).equals(name(skeleton, index));
        if (skeleton.partner(partner) != index) {
            return Optional.of(Fault.ONE_WAY);
        }
        if (partner == expected) {
            return Optional.empty();
        }
        if (!hasSide) {
            return Optional.of(Fault.MIDDLE_MOVES);
        }
        return Optional.of(partner == index ? Fault.SIDE_STAYS : Fault.WRONG_PARTNER);
    }

    private static int expected(Skeleton skeleton, int index) {
        String wanted = mirrored(skeleton.keypointNames().get(index));
        for (int i = 0; i < skeleton.size(); i++) {
            if (name(skeleton, i).equals(wanted)) {
                return i;
            }
        }
        return skeleton.partner(index);
    }

    private static String name(Skeleton skeleton, int index) {
        return skeleton.keypointNames().get(index).toLowerCase(Locale.ROOT);
    }

    private static String mirrored(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("left")) {
            return lower.replace("left", "right");
        }
        if (lower.contains("right")) {
            return lower.replace("right", "left");
        }
        if (lower.startsWith("l_") || lower.startsWith("r_")) {
            return (lower.charAt(0) == 'l' ? 'r' : 'l') + lower.substring(1);
        }
        if (lower.endsWith("_l") || lower.endsWith("_r")) {
            return lower.substring(0, lower.length() - 1) + (lower.endsWith("l") ? 'r' : 'l');
        }
        return lower;
    }
}
