package org.posewright.annotations.edit;

import java.util.List;
import java.util.OptionalInt;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;

/**
 * Whether people would be written alike: who placed a point does not count, and COCO's derived count does only where both state one,
 * since YOLO has none.
 */
public final class LabelEquality {

    /** Ten times what a written number may lie from what was meant. */
    private static final double ROUNDING_PIXELS = 1e-4;

    private LabelEquality() {}

    /** Same people by id, in the same order, with the same labels. */
    public static boolean same(List<PersonInstance> first, List<PersonInstance> second) {
        if (first == second) {
            return true;
        }
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!same(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Same id, category, box, points, area, crowd flag and, where both state it, {@code num_keypoints}. */
    public static boolean same(PersonInstance first, PersonInstance second) {
        return first == second
                || first.id() == second.id()
                        && first.categoryIndex() == second.categoryIndex()
                        && first.crowd() == second.crowd()
                        && first.box().equals(second.box())
                        && first.segmentationArea().equals(second.segmentationArea())
                        && sameCount(first.declaredKeypoints(), second.declaredKeypoints())
                        && same(first.keypoints(), second.keypoints());
    }

    /** As {@link #same(PersonInstance, PersonInstance)}, with places and box edges that differ by no more than text rounds them. */
    public static boolean sameButForRounding(PersonInstance first, PersonInstance second) {
        return near(first.box(), second.box())
                && near(first.keypoints(), second.keypoints())
                && same(first, second.withBox(first.box()).withKeypoints(first.keypoints()));
    }

    /** Whether no edge differs by more than text rounds it. */
    public static boolean near(Box first, Box second) {
        return near(first.x(), second.x())
                && near(first.y(), second.y())
                && near(first.right(), second.right())
                && near(first.bottom(), second.bottom());
    }

    private static boolean near(Keypoints first, Keypoints second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!near(first.x(i), second.x(i))
                    || !near(first.y(i), second.y(i))
                    || first.visibility(i) != second.visibility(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two places in pixels differ by no more than text rounds them. */
    public static boolean near(double first, double second) {
        return Math.abs(first - second) <= ROUNDING_PIXELS;
    }

    private static boolean sameCount(OptionalInt first, OptionalInt second) {
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    /** Same places and visibility flags. */
    public static boolean same(Keypoints first, Keypoints second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (first.x(i) != second.x(i) || first.y(i) != second.y(i) || first.visibility(i) != second.visibility(i)) {
                return false;
            }
        }
        return true;
    }
}
