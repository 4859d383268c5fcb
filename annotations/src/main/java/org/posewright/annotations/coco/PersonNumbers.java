package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.NumberText;

/**
 * The numbers of a person as a file of one skeleton holds them. A point that lost its label is written as 0, 0, 0 (as COCO defines
 * v = 0), or -1, -1 in files without v, although the program remembers where it was.
 */
final class PersonNumbers {

    private final List<CocoCategory> categories;
    private final int valuesPerKeypoint;

    PersonNumbers(List<CocoCategory> categories, int valuesPerKeypoint) {
        this.categories = categories;
        this.valuesPerKeypoint = valuesPerKeypoint;
    }

    String categoryId(PersonInstance person) {
        return categories.isEmpty()
                ? "1"
                : Long.toString(categories.get(person.categoryIndex()).id());
    }

    /** All numbers of all points. */
    List<String> keypoints(Keypoints points) {
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            texts.addAll(point(points, k));
        }
        return texts;
    }

    /** The texts of the numbers that differ; null for those that stay as they are. */
    List<@Nullable String> keypoints(Keypoints before, Keypoints after) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int k = 0; k < after.size(); k++) {
            boolean known = k < before.size();
            List<String> wanted = point(after, k);
            if (!known) {
                texts.addAll(wanted);
                continue;
            }
            boolean relabeled = before.isLabeled(k) != after.isLabeled(k);
            boolean cleared = !before.isLabeled(k) && !after.isLabeled(k) && after.x(k) == 0 && after.y(k) == 0;
            boolean moves = after.isLabeled(k) || relabeled || cleared;
            texts.add(moves && (relabeled || before.x(k) != after.x(k)) ? wanted.get(0) : null);
            texts.add(moves && (relabeled || before.y(k) != after.y(k)) ? wanted.get(1) : null);
            if (valuesPerKeypoint == 3) {
                texts.add(before.visibility(k) == after.visibility(k) ? null : wanted.get(2));
            }
        }
        return texts;
    }

    private List<String> point(Keypoints points, int index) {
        boolean labeled = points.isLabeled(index);
        String none = valuesPerKeypoint == 3 ? "0" : "-1";
        String x = labeled ? NumberText.shortest(points.x(index)) : none;
        String y = labeled ? NumberText.shortest(points.y(index)) : none;
        return valuesPerKeypoint == 3
                ? List.of(x, y, Integer.toString(points.visibility(index).flag()))
                : List.of(x, y);
    }
}
