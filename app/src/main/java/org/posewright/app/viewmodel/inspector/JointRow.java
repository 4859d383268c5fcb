package org.posewright.app.viewmodel.inspector;

import java.util.OptionalDouble;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * A keypoint of the selected person.
 *
 * @param pixelsOff distance between label and prediction; empty when not compared
 * @param share of the person's loss of OKS that is this point's, in [0, 1]
 */
public record JointRow(
        long personId,
        int index,
        String name,
        Skeleton.Side side,
        double x,
        double y,
        Visibility visibility,
        OptionalDouble pixelsOff,
        double share,
        boolean selected) {}
