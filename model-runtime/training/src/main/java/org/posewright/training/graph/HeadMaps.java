package org.posewright.training.graph;

import java.util.List;

/**
 * What the head computes, one entry per level (strides 8, 16, 32): raw values before any decoding.
 *
 * @param boxes [batch, 64, h, w]: four sides (left, top, right, bottom) of 16 bins each
 * @param classes [batch, nc, h, w]: logits
 * @param keypoints [batch, K·D, h, w]: raw x, y (and visibility logit) per keypoint
 */
public record HeadMaps<T>(List<T> boxes, List<T> classes, List<T> keypoints) {
    public HeadMaps {
        boxes = List.copyOf(boxes);
        classes = List.copyOf(classes);
        keypoints = List.copyOf(keypoints);
    }

    public int levels() {
        return boxes.size();
    }
}
