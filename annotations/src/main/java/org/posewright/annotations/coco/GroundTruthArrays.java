package org.posewright.annotations.coco;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;

/** Flattens the people of a file into arrays, in file order. */
final class GroundTruthArrays {

    private final CocoFile file;

    GroundTruthArrays(CocoFile file) {
        this.file = file;
    }

    CocoGroundTruth build() {
        Map<Long, Located> byId = new HashMap<>();
        file.peopleByImage()
                .forEach((imageId, people) ->
                        people.forEach(person -> byId.put(person.id(), new Located(imageId, person))));
        long[] order = java.util.Arrays.stream(file.layout().personIds())
                .filter(byId::containsKey)
                .toArray();
        int values = 3 * file.skeleton().size();
        Columns columns = new Columns(order.length, values);
        for (int i = 0; i < order.length; i++) {
            Located located = byId.get(order[i]);
            if (located != null) {
                columns.set(i, located, file.categories());
            }
        }
        return new CocoGroundTruth(
                file.images().stream().mapToLong(CocoImage::id).toArray(),
                file.categories().stream().mapToLong(CocoCategory::id).toArray(),
                values,
                columns.annotationIds,
                columns.imageIds,
                columns.categoryIds,
                columns.areas,
                columns.crowd,
                columns.declared,
                columns.boxes,
                columns.keypoints);
    }

    private record Located(long imageId, PersonInstance person) {}

    private static final class Columns {
        private final int values;
        final long[] annotationIds;
        final long[] imageIds;
        final long[] categoryIds;
        final double[] areas;
        final boolean[] crowd;
        final int[] declared;
        final double[] boxes;
        final double[] keypoints;

        Columns(int count, int values) {
            this.values = values;
            annotationIds = new long[count];
            imageIds = new long[count];
            categoryIds = new long[count];
            areas = new double[count];
            crowd = new boolean[count];
            declared = new int[count];
            boxes = new double[4 * count];
            keypoints = new double[values * count];
        }

        void set(int row, Located located, List<CocoCategory> categories) {
            PersonInstance person = located.person;
            annotationIds[row] = person.id();
            imageIds[row] = located.imageId;
            categoryIds[row] = categories.isEmpty()
                    ? 1
                    : categories.get(person.categoryIndex()).id();
            areas[row] = person.segmentationArea().orElse(Double.NaN);
            crowd[row] = person.crowd();
            declared[row] = person.declaredKeypoints()
                    .orElseGet(() -> person.keypoints().labeledCount());
            boxes[4 * row] = person.box().x();
            boxes[4 * row + 1] = person.box().y();
            boxes[4 * row + 2] = person.box().width();
            boxes[4 * row + 3] = person.box().height();
            Keypoints points = person.keypoints();
            for (int k = 0, at = row * values; k < points.size(); k++, at += 3) {
                keypoints[at] = points.x(k);
                keypoints[at + 1] = points.y(k);
                keypoints[at + 2] = points.visibility(k).flag();
            }
        }
    }
}
