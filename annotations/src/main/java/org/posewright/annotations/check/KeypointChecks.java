package org.posewright.annotations.check;

import java.util.List;
import java.util.function.Consumer;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;

/** Flags that contradict positions, points outside the picture, and a count that is not theirs. */
final class KeypointChecks implements PersonCheck {

    @Override
    public void check(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        labeledAtOrigin(inspected, sink);
        unlabeledWithPosition(inspected, sink);
        declaredCount(inspected, sink);
        if (!inspected.isYolo() && inspected.loaded().hasKnownSize()) {
            outsidePicture(inspected, sink);
        }
    }

    private static void labeledAtOrigin(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        Keypoints points = inspected.person().keypoints();
        List<Integer> wrong = inspected.points(i -> points.isLabeled(i) && points.x(i) == 0 && points.y(i) == 0);
        if (!wrong.isEmpty()) {
            PersonInstance repaired = replaced(inspected.person(), wrong);
            sink.accept(Diagnosis.of(
                    inspected.finding(
                            Severity.WARNING,
                            "person.labeled-at-origin",
                            Sentence.of(
                                    "person.labeled-at-origin",
                                    "labelled (v > 0) but at (0, 0): {0}",
                                    inspected.names(wrong)),
                            Sentence.of(
                                    "person.labeled-at-origin.remedy", "set v to 0 or move the point to its place")),
                    inspected.fix(Sentence.of("fix.unlabel", "Set v to 0"), repaired)));
        }
    }

    private static void unlabeledWithPosition(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        Keypoints points = inspected.person().keypoints();
        boolean flags = inspected.skeleton().valuesPerKeypoint() == 3;
        List<Integer> wrong =
                inspected.points(i -> flags && !points.isLabeled(i) && (points.x(i) != 0 || points.y(i) != 0));
        if (!wrong.isEmpty()) {
            PersonInstance repaired = replaced(inspected.person(), wrong);
            sink.accept(Diagnosis.of(
                    inspected.finding(
                            Severity.WARNING,
                            "person.unlabeled-with-position",
                            Sentence.of(
                                    "person.unlabeled-with-position",
                                    "not labelled (v = 0) but with a position: {0}",
                                    inspected.names(wrong)),
                            Sentence.of(
                                    "person.unlabeled-with-position.remedy",
                                    "set the position to (0, 0), or v to 1 or 2 if the point is right")),
                    inspected.fix(Sentence.of("fix.origin", "Set the position to (0, 0)"), repaired)));
        }
    }

    private static PersonInstance replaced(PersonInstance person, List<Integer> indices) {
        Keypoints points = person.keypoints();
        for (int index : indices) {
            points = points.with(index, Keypoint.UNLABELED);
        }
        return person.withKeypoints(points);
    }

    private static void declaredCount(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        PersonInstance person = inspected.person();
        int count = person.keypoints().labeledCount();
        if (person.declaredKeypoints().isPresent() && person.declaredKeypoints().getAsInt() != count) {
            sink.accept(Diagnosis.of(
                    inspected.finding(
                            Severity.WARNING,
                            "coco.num-keypoints",
                            Sentence.of(
                                    "coco.num-keypoints",
                                    "num_keypoints is {0} but {1} keypoints have v > 0",
                                    person.declaredKeypoints().getAsInt(),
                                    count),
                            Sentence.of("coco.num-keypoints.remedy", "correct num_keypoints")),
                    inspected.fix(
                            Sentence.of("fix.num-keypoints", "Set num_keypoints to {0}", count),
                            person.withKeypoints(person.keypoints()))));
        }
    }

    private static void outsidePicture(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        Keypoints points = inspected.person().keypoints();
        List<Integer> outside = inspected.points(i -> points.isLabeled(i)
                && (points.x(i) < 0
                        || points.y(i) < 0
                        || points.x(i) > inspected.size().width()
                        || points.y(i) > inspected.size().height()));
        if (!outside.isEmpty()) {
            sink.accept(Diagnosis.of(
                    inspected.finding(
                            Severity.WARNING,
                            "person.outside-picture",
                            Sentence.of("person.outside-picture", "outside the picture: {0}", inspected.names(outside)),
                            Sentence.of(
                                    "person.outside-picture.remedy", "move the point into the picture or set v to 0")),
                    PointClamp.fix(inspected)));
        }
    }
}
