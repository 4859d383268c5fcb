package org.posewright.annotations.yolo;

/**
 * {@code kpt_shape}.
 *
 * @param keypoints number of points, at least 1
 * @param values 2 (x, y) or 3 (x, y, visibility)
 */
public record KeypointShape(int keypoints, int values) {

    public KeypointShape {
        if (keypoints < 1 || values < 2 || values > 3) {
            throw new IllegalArgumentException("kpt_shape [" + keypoints + ", " + values + "] is not possible");
        }
    }
}
