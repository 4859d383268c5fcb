package org.posewright.annotations.model;

import java.util.List;

/**
 * A person as a model sees them, in pixels of the original picture.
 *
 * @param score of the detection, in [0, 1]
 */
public record PosePrediction(Box box, int categoryIndex, double score, List<ScoredKeypoint> keypoints) {

    public PosePrediction {
        keypoints = List.copyOf(keypoints);
    }
}
