package org.posewright.annotations.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One annotated person (or animal, or hand) of a picture.
 *
 * @param id stays the same for the life of the annotation and is unique within its picture: COCO's annotation id, or the row
 *     number of a YOLO label file when it was first read; people added in the program get ids above all others
 * @param categoryIndex 0-based index into {@link Dataset#categoryNames()}
 * @param keypoints in the order of the skeleton; as many as it has
 * @param segmentationArea COCO's {@code area} in square pixels; empty where the format has none (YOLO)
 * @param crowd COCO's {@code iscrowd}: a region of many people that an evaluator ignores
 * @param declaredKeypoints COCO's {@code num_keypoints} as the file states it, which may differ from the count; empty when absent
 */
public record PersonInstance(
        long id,
        int categoryIndex,
        Box box,
        Keypoints keypoints,
        OptionalDouble segmentationArea,
        boolean crowd,
        OptionalInt declaredKeypoints) {

    /** A person that no file knows yet. */
    public static PersonInstance added(long id, int categoryIndex, Box box, Keypoints keypoints) {
        return new PersonInstance(
                id,
                categoryIndex,
                box,
                keypoints,
                OptionalDouble.empty(),
                false,
                OptionalInt.of(keypoints.labeledCount()));
    }

    /** The same person with other points; the declared count follows where the file has one. */
    public PersonInstance withKeypoints(Keypoints newKeypoints) {
        OptionalInt declared =
                declaredKeypoints.isPresent() ? OptionalInt.of(newKeypoints.labeledCount()) : declaredKeypoints;
        return new PersonInstance(id, categoryIndex, box, newKeypoints, segmentationArea, crowd, declared);
    }

    public PersonInstance withKeypoint(int index, Keypoint point) {
        return withKeypoints(keypoints.with(index, point));
    }

    public PersonInstance withBox(Box newBox) {
        return new PersonInstance(id, categoryIndex, newBox, keypoints, segmentationArea, crowd, declaredKeypoints);
    }

    public PersonInstance withId(long newId) {
        return new PersonInstance(newId, categoryIndex, box, keypoints, segmentationArea, crowd, declaredKeypoints);
    }

    /** Whether pycocotools leaves the person out of the count: a crowd, or nobody labelled a point. */
    public boolean isIgnoredByEvaluator() {
        return crowd || declaredKeypoints.orElseGet(keypoints::labeledCount) == 0;
    }
}
