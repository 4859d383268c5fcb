package org.posewright.annotations.check;

import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.Sentence;

/** The repair that moves points to the edge of the picture. */
final class PointClamp {

    private PointClamp() {}

    static Fix fix(InspectedPerson inspected) {
        Keypoints points = inspected.person().keypoints();
        for (int i = 0; i < points.size(); i++) {
            Keypoint point = points.get(i);
            double x = Math.min(Math.max(point.x(), 0), inspected.size().width());
            double y = Math.min(Math.max(point.y(), 0), inspected.size().height());
            if (point.isLabeled() && (x != point.x() || y != point.y())) {
                points = points.with(i, point.movedTo(x, y));
            }
        }
        return inspected.fix(
                Sentence.of("fix.move-to-edge", "Move to the picture's edge"),
                inspected.person().withKeypoints(points));
    }
}
