package org.posewright.annotations.evaluation.suspect;

import java.util.List;
import java.util.function.Consumer;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * Finds points far outside their box, and flags that cannot be: visible outside the picture, a place without a label flag, or no label
 * in the middle of a limb whose two ends are visible.
 */
final class BoxAndFlagDetector implements SuspectDetector {

    private static final double FAR_OUTSIDE = 0.2;
    /** Boxes go around what can be seen, so hidden points may lie well outside. */
    private static final double FAR_OUTSIDE_WHEN_HIDDEN = 0.8;

    private final Skeleton skeleton;

    BoxAndFlagDetector(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    @Override
    public void inspect(ImageRecord image, Consumer<LabelSuspect> sink) {
        for (PersonInstance person : image.people()) {
            for (int k = 0; k < person.keypoints().size() && !person.crowd(); k++) {
                double outside = outside(person, k);
                boolean hidden = person.keypoints().visibility(k) == Visibility.OCCLUDED;
                boolean telling = !hidden || isMostlyInSight(person.keypoints());
                if (telling && outside > (hidden ? FAR_OUTSIDE_WHEN_HIDDEN : FAR_OUTSIDE)) {
                    report(image, person, SuspectKind.JOINT_OUTSIDE_BOX, k, 0.5 + outside / 2, sink);
                }
                double doubt = flagDoubt(image, person.keypoints(), k);
                if (doubt > 0) {
                    report(image, person, SuspectKind.VISIBILITY, k, doubt, sink);
                }
            }
        }
    }

    /** Of a body that is mostly hidden the box says nothing about the rest. */
    private static boolean isMostlyInSight(Keypoints points) {
        int visible = 0;
        for (int k = 0; k < points.size(); k++) {
            visible += points.visibility(k) == Visibility.VISIBLE ? 1 : 0;
        }
        return 2 * visible >= points.labeledCount();
    }

    private static void report(
            ImageRecord image,
            PersonInstance person,
            SuspectKind kind,
            int keypoint,
            double strength,
            Consumer<LabelSuspect> sink) {
        sink.accept(LabelSuspect.ofPerson(image.key(), kind, person.id(), List.of(keypoint), strength));
    }

    /** Distance to the box over its longer side; 0 inside. */
    private static double outside(PersonInstance person, int k) {
        Box box = person.box();
        double side = Math.max(box.width(), box.height());
        if (!person.keypoints().isLabeled(k) || side <= 0) {
            return 0;
        }
        double x = person.keypoints().x(k);
        double y = person.keypoints().y(k);
        double dx = Math.max(0, Math.max(box.x() - x, x - box.right()));
        double dy = Math.max(0, Math.max(box.y() - y, y - box.bottom()));
        return Math.hypot(dx, dy) / side;
    }

    private double flagDoubt(ImageRecord image, Keypoints points, int k) {
        boolean somewhere = points.x(k) != 0 || points.y(k) != 0;
        boolean outsidePicture = points.x(k) < 0
                || points.y(k) < 0
                || points.x(k) > image.size().width()
                || points.y(k) > image.size().height();
        return switch (points.visibility(k)) {
            case VISIBLE -> outsidePicture || !somewhere ? 0.9 : 0;
            case OCCLUDED -> somewhere ? 0 : 0.9;
            case UNLABELED -> unlabeledDoubt(image, points, k, somewhere && !outsidePicture);
        };
    }

    private double unlabeledDoubt(ImageRecord image, Keypoints points, int k, boolean hasPlace) {
        if (hasPlace && skeleton.valuesPerKeypoint() == 3) {
            return 0.6;
        }
        if (FacePoints.contains(skeleton, k)) {
            return 0;
        }
        int visibleNeighbours = 0;
        int neighbours = 0;
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (limb.from() == k || limb.to() == k) {
                int other = limb.from() == k ? limb.to() : limb.from();
                neighbours++;
                visibleNeighbours += isWellInside(image, points, other) ? 1 : 0;
            }
        }
        return neighbours >= 2 && visibleNeighbours == neighbours ? 0.7 : 0;
    }

    private static boolean isWellInside(ImageRecord image, Keypoints points, int k) {
        double marginX = 0.03 * image.size().width();
        double marginY = 0.03 * image.size().height();
        return points.visibility(k) == Visibility.VISIBLE
                && points.x(k) > marginX
                && points.y(k) > marginY
                && points.x(k) < image.size().width() - marginX
                && points.y(k) < image.size().height() - marginY;
    }
}
