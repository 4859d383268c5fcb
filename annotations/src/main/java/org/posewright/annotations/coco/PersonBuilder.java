package org.posewright.annotations.coco;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/** Makes people of annotations once the skeleton is known, and tells what had to be understood differently from how it stands. */
final class PersonBuilder {

    private static final Sentence KEEPS =
            Sentence.of("coco.keeps", "a save leaves the text as it is unless you change these points");

    private final Map<Long, Integer> categoryIndices = new HashMap<>();
    private final List<Defect> defects;
    private final int size;
    private final int valuesPerKeypoint;
    private final Keypoints unlabeled;

    PersonBuilder(List<CocoCategory> categories, Skeleton skeleton, List<Defect> defects) {
        for (int i = 0; i < categories.size(); i++) {
            categoryIndices.putIfAbsent(categories.get(i).id(), i);
        }
        this.defects = defects;
        size = skeleton.size();
        valuesPerKeypoint = skeleton.valuesPerKeypoint();
        unlabeled = Keypoints.unlabeled(size);
    }

    PersonInstance build(RawAnnotation annotation) {
        Keypoints points = keypoints(annotation);
        double area = annotation.areaPixels;
        return new PersonInstance(
                annotation.personId,
                categoryIndex(annotation),
                box(annotation, points),
                points,
                Double.isFinite(area) ? OptionalDouble.of(area) : OptionalDouble.empty(),
                annotation.crowd,
                annotation.declaredKeypoints < 0 ? OptionalInt.empty() : OptionalInt.of(annotation.declaredKeypoints));
    }

    private int categoryIndex(RawAnnotation annotation) {
        Integer index = categoryIndices.get(annotation.categoryId);
        if (index == null) {
            if (!categoryIndices.isEmpty()) {
                error(
                        annotation,
                        "coco.category-unknown",
                        annotation.categoryId == RawAnnotation.NO_ID
                                ? Sentence.of(
                                        "coco.category-missing",
                                        "the annotation has no category_id; it is shown as the first category")
                                : Sentence.of(
                                        "coco.category-unknown",
                                        "the category {0} is not in \"categories\"; the annotation is shown as the first one",
                                        annotation.categoryId),
                        Sentence.of("coco.category-unknown.remedy", "mend category_id or add the category"));
            }
            return 0;
        }
        return index;
    }

    private Box box(RawAnnotation annotation, Keypoints points) {
        Box box = annotation.box;
        if (box != null) {
            return box;
        }
        error(
                annotation,
                "coco.box",
                Sentence.of(
                        "coco.box",
                        "bbox is missing or not four finite numbers; a box around the labelled points is shown"),
                Sentence.of("coco.box.remedy", "draw a box, or mend bbox in the file"));
        return points.labeledExtent().orElse(new Box(0, 0, 0, 0));
    }

    private Keypoints keypoints(RawAnnotation annotation) {
        Keypoints ready = annotation.keypoints;
        if (ready != null && ready.size() == size && valuesPerKeypoint == 3) {
            return ready;
        }
        if (annotation.valueCount < 0) {
            return unlabeled;
        }
        double[] values = annotation.values != null ? annotation.values : ready != null ? values(ready) : new double[0];
        if (values.length != valuesPerKeypoint * size) {
            if (values.length > 0) {
                error(
                        annotation,
                        "coco.keypoint-count",
                        Sentence.of(
                                "coco.keypoint-count",
                                "keypoints hold {0} numbers where the skeleton needs {1}; the person is shown without points",
                                values.length,
                                valuesPerKeypoint * size),
                        KEEPS);
            }
            return unlabeled;
        }
        Keypoints.Builder builder = new Keypoints.Builder(size);
        for (int k = 0; k < size; k++) {
            add(builder, annotation, values, k);
        }
        return builder.build();
    }

    private void add(Keypoints.Builder builder, RawAnnotation annotation, double[] values, int index) {
        double x = values[index * valuesPerKeypoint];
        double y = values[index * valuesPerKeypoint + 1];
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            error(
                    annotation,
                    "coco.keypoint-number",
                    Sentence.of(
                            "coco.keypoint-number",
                            "keypoint {0} is at ({1}, {2}), which is no place; it counts as unlabelled",
                            index + 1,
                            x,
                            y),
                    KEEPS);
            builder.add(0, 0, Visibility.UNLABELED, Provenance.FILE);
            return;
        }
        if (valuesPerKeypoint == 2) {
            builder.add(x, y, x < 0 || y < 0 ? Visibility.UNLABELED : Visibility.VISIBLE, Provenance.FILE);
        } else {
            builder.add(x, y, visibility(annotation, values[3 * index + 2], index), Provenance.FILE);
        }
    }

    private Visibility visibility(RawAnnotation annotation, double flag, int index) {
        if (flag == 0 || flag == 1 || flag == 2) {
            return Visibility.ofFlag((int) flag);
        }
        Visibility taken = flag > 0 ? Visibility.VISIBLE : Visibility.UNLABELED;
        error(
                annotation,
                "coco.visibility",
                Sentence.of(
                        "coco.visibility",
                        "keypoint {0} has v = {1} where 0, 1 or 2 is meant; it counts as v = {2}",
                        index + 1,
                        flag,
                        taken.flag()),
                KEEPS);
        return taken;
    }

    private static double[] values(Keypoints points) {
        double[] values = new double[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            values[3 * i] = points.x(i);
            values[3 * i + 1] = points.y(i);
            values[3 * i + 2] = points.visibility(i).flag();
        }
        return values;
    }

    private void error(RawAnnotation annotation, String code, Sentence message, Sentence remedy) {
        defects.add(Defect.error(code, annotation.start, message, remedy).about(annotation));
    }
}
