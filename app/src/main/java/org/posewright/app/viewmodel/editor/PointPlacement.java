package org.posewright.app.viewmodel.editor;

import java.util.Optional;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * A person that is being added point by point, in the order of the skeleton; immutable.
 *
 * @param next index of the point that the next click places; the skeleton's size when all were offered
 * @param occluded whether the next point will be hidden in the picture
 */
record PointPlacement(Skeleton skeleton, Keypoints points, int next, boolean occluded) {

    /** A box stands off its points by this share of its size, as bodies reach further than joints. */
    private static final double MARGIN_SHARE = 0.12;

    private static final double LEAST_MARGIN = 6;

    static PointPlacement start(Skeleton skeleton) {
        return new PointPlacement(skeleton, Keypoints.unlabeled(skeleton.size()), 0, false);
    }

    boolean isComplete() {
        return next >= skeleton.size();
    }

    Optional<String> nextName() {
        return isComplete()
                ? Optional.empty()
                : Optional.of(skeleton.keypointNames().get(next));
    }

    PointPlacement place(double imageX, double imageY, boolean hidden) {
        Visibility visibility = hidden || occluded ? Visibility.OCCLUDED : Visibility.VISIBLE;
        Keypoint point = new Keypoint(imageX, imageY, visibility, Provenance.HUMAN);
        return new PointPlacement(skeleton, points.with(next, point), next + 1, false);
    }

    /** v = 0 for the next point. */
    PointPlacement skip() {
        return new PointPlacement(skeleton, points, Math.min(next + 1, skeleton.size()), false);
    }

    /** Takes the last point, placed or skipped, back. */
    PointPlacement back() {
        if (next == 0) {
            return this;
        }
        return new PointPlacement(skeleton, points.with(next - 1, Keypoint.UNLABELED), next - 1, false);
    }

    PointPlacement toggleOccluded() {
        return new PointPlacement(skeleton, points, next, !occluded);
    }

    /** A box for the points so far; empty without any. */
    Optional<Box> box() {
        return points.labeledExtent().map(extent -> {
            double marginX = Math.max(LEAST_MARGIN, extent.width() * MARGIN_SHARE);
            double marginY = Math.max(LEAST_MARGIN, extent.height() * MARGIN_SHARE);
            return Box.ofCorners(
                    extent.x() - marginX, extent.y() - marginY, extent.right() + marginX, extent.bottom() + marginY);
        });
    }
}
