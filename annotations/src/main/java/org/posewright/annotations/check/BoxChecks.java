package org.posewright.annotations.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;

/** Boxes without area, outside the picture, or away from their keypoints. */
final class BoxChecks implements PersonCheck {

    /** Boxes come from outlines, so points of a hand or foot may lie a little outside. */
    private static final double TOLERATED_SHARE = 0.1;

    private static final double TOLERATED_PIXELS = 5;
    private static final double ROUNDING_PIXELS = 1;

    @Override
    public void check(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        PersonInstance person = inspected.person();
        if (person.box().width() <= 0 || person.box().height() <= 0) {
            empty(inspected, sink);
            return;
        }
        if (person.segmentationArea().isPresent() && person.segmentationArea().getAsDouble() <= 0) {
            sink.accept(Diagnosis.of(inspected.finding(
                    Severity.WARNING,
                    "person.zero-area",
                    Sentence.of(
                            "person.zero-area",
                            "area is {0}; OKS divides by it",
                            person.segmentationArea().getAsDouble()),
                    Sentence.of("person.zero-area.remedy", "restore the area, or delete the person"))));
        }
        missesKeypoints(inspected, sink);
        if (inspected.loaded().hasKnownSize()) {
            outsidePicture(inspected, sink);
        }
    }

    private static void empty(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        Box box = inspected.person().box();
        Finding finding = inspected.finding(
                Severity.ERROR,
                "person.empty-box",
                Sentence.of(
                        "person.empty-box",
                        "the box is {0} x {1} pixels; nothing can be trained or matched with it",
                        box.width(),
                        box.height()),
                Sentence.of("person.empty-box.remedy", "fit the box to the keypoints, or delete the person"));
        Optional<Box> extent = inspected
                .person()
                .keypoints()
                .labeledExtent()
                .filter(points -> points.width() > 0 && points.height() > 0);
        sink.accept(extent.map(points -> Diagnosis.of(
                        finding,
                        inspected.fix(
                                Sentence.of("fix.fit-box", "Fit the box to the keypoints"),
                                inspected.person().withBox(points))))
                .orElseGet(() -> Diagnosis.of(
                        finding, inspected.deletion(Sentence.of("fix.delete-person", "Delete the person")))));
    }

    private static void missesKeypoints(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        Box box = inspected.person().box();
        Optional<Box> extent = inspected.person().keypoints().labeledExtent();
        double tolerance = Math.max(TOLERATED_PIXELS, TOLERATED_SHARE * Math.max(box.width(), box.height()));
        Box wide = box.grown(tolerance);
        if (extent.isEmpty() || contains(wide, extent.get())) {
            return;
        }
        sink.accept(Diagnosis.of(
                inspected.finding(
                        Severity.WARNING,
                        "person.box-misses-keypoints",
                        Sentence.of(
                                "person.box-misses-keypoints",
                                "labelled keypoints lie up to {0} pixels outside the box",
                                Math.round(distance(box, extent.get()))),
                        Sentence.of("person.box-misses-keypoints.remedy", "check the points, then fit the box")),
                inspected.fix(
                        Sentence.of("fix.grow-box", "Grow the box to its keypoints"),
                        inspected.person().withBox(union(box, extent.get())))));
    }

    private static void outsidePicture(InspectedPerson inspected, Consumer<Diagnosis> sink) {
        Box box = inspected.person().box();
        Box picture = new Box(0, 0, inspected.size().width(), inspected.size().height());
        if (contains(picture.grown(ROUNDING_PIXELS), box)) {
            return;
        }
        Finding finding = inspected.finding(
                Severity.NOTE,
                "person.box-outside-picture",
                Sentence.of(
                        "person.box-outside-picture",
                        "the box reaches {0} pixels beyond the picture",
                        Math.round(distance(picture, box))),
                Sentence.of("person.box-outside-picture.remedy", "clip the box to the picture"));
        Box clipped = Box.ofCorners(
                Math.max(0, box.x()),
                Math.max(0, box.y()),
                Math.min(picture.width(), box.right()),
                Math.min(picture.height(), box.bottom()));
        sink.accept(
                clipped.width() > 0 && clipped.height() > 0
                        ? Diagnosis.of(
                                finding,
                                inspected.fix(
                                        Sentence.of("fix.clip-box", "Clip the box to the picture"),
                                        inspected.person().withBox(clipped)))
                        : Diagnosis.of(finding));
    }

    private static boolean contains(Box outer, Box inner) {
        return outer.contains(inner.x(), inner.y()) && outer.contains(inner.right(), inner.bottom());
    }

    private static Box union(Box a, Box b) {
        return Box.ofCorners(
                Math.min(a.x(), b.x()),
                Math.min(a.y(), b.y()),
                Math.max(a.right(), b.right()),
                Math.max(a.bottom(), b.bottom()));
    }

    /** How far {@code inner} reaches beyond {@code outer}, on the side where it is most. */
    private static double distance(Box outer, Box inner) {
        double horizontal = Math.max(outer.x() - inner.x(), inner.right() - outer.right());
        double vertical = Math.max(outer.y() - inner.y(), inner.bottom() - outer.bottom());
        return Math.max(horizontal, vertical);
    }
}
