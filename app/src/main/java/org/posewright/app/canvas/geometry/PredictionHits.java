package org.posewright.app.canvas.geometry;

import java.util.List;
import java.util.OptionalInt;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;

/** Finds the prediction under the pointer: a point or limb of its skeleton, the nearest first, otherwise the smallest box around it. */
public final class PredictionHits {

    private static final double REACH = 8;

    private final List<PosePrediction> predictions;
    private final Skeleton skeleton;

    public PredictionHits(List<PosePrediction> predictions, Skeleton skeleton) {
        this.predictions = predictions;
        this.skeleton = skeleton;
    }

    /** Index of the prediction whose drawn skeleton is nearest to a view point and within reach. */
    public OptionalInt skeletonAt(ViewTransform transform, double viewX, double viewY) {
        double imageX = transform.imageX(viewX);
        double imageY = transform.imageY(viewY);
        double nearest = transform.imageLength(REACH);
        int found = -1;
        for (int i = 0; i < predictions.size(); i++) {
            double distance = distance(predictions.get(i), imageX, imageY);
            if (distance <= nearest) {
                nearest = distance;
                found = i;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** As {@link #skeletonAt}; otherwise the smallest predicted box that holds the view point. */
    public OptionalInt at(ViewTransform transform, double viewX, double viewY) {
        OptionalInt onSkeleton = skeletonAt(transform, viewX, viewY);
        if (onSkeleton.isPresent()) {
            return onSkeleton;
        }
        int found = -1;
        for (int i = 0; i < predictions.size(); i++) {
            Box box = predictions.get(i).box();
            boolean inside = box.contains(transform.imageX(viewX), transform.imageY(viewY));
            if (inside
                    && (found < 0 || box.area() < predictions.get(found).box().area())) {
                found = i;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private double distance(PosePrediction prediction, double imageX, double imageY) {
        List<ScoredKeypoint> points = prediction.keypoints();
        if (points.size() != skeleton.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = Double.POSITIVE_INFINITY;
        for (ScoredKeypoint point : points) {
            distance = Math.min(distance, Math.hypot(point.x() - imageX, point.y() - imageY));
        }
        for (Skeleton.Limb limb : skeleton.limbs()) {
            ScoredKeypoint from = points.get(limb.from());
            ScoredKeypoint to = points.get(limb.to());
            distance =
                    Math.min(distance, HitTester.distanceToSegment(imageX, imageY, from.x(), from.y(), to.x(), to.y()));
        }
        return distance;
    }
}
