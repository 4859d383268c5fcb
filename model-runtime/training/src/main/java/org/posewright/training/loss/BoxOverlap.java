package org.posewright.training.loss;

/** Complete IoU (Zheng et al. 2020) of two boxes in single precision, with the reference's epsilons. */
final class BoxOverlap {

    private static final float EPSILON = 1e-7f;
    private static final double FOUR_OVER_PI_SQUARED = 4 / (Math.PI * Math.PI);

    private BoxOverlap() {}

    /** CIoU of box {@code a} at {@code atA} and box {@code b} at {@code atB}, both {@code x1, y1, x2, y2}. */
    static float completeIou(float[] a, int atA, float[] b, int atB) {
        float widthA = a[atA + 2] - a[atA];
        float heightA = a[atA + 3] - a[atA + 1] + EPSILON;
        float widthB = b[atB + 2] - b[atB];
        float heightB = b[atB + 3] - b[atB + 1] + EPSILON;
        float overlapWidth = Math.max(0, Math.min(a[atA + 2], b[atB + 2]) - Math.max(a[atA], b[atB]));
        float overlapHeight = Math.max(0, Math.min(a[atA + 3], b[atB + 3]) - Math.max(a[atA + 1], b[atB + 1]));
        float overlap = overlapWidth * overlapHeight;
        float union = widthA * heightA + widthB * heightB - overlap + EPSILON;
        float iou = overlap / union;
        float hullWidth = Math.max(a[atA + 2], b[atB + 2]) - Math.min(a[atA], b[atB]);
        float hullHeight = Math.max(a[atA + 3], b[atB + 3]) - Math.min(a[atA + 1], b[atB + 1]);
        float diagonalSquared = hullWidth * hullWidth + hullHeight * hullHeight + EPSILON;
        float dx = b[atB] + b[atB + 2] - a[atA] - a[atA + 2];
        float dy = b[atB + 1] + b[atB + 3] - a[atA + 1] - a[atA + 3];
        float centerSquared = (dx * dx + dy * dy) / 4;
        double angle = Math.atan(widthB / heightB) - Math.atan(widthA / heightA);
        float v = (float) (FOUR_OVER_PI_SQUARED * angle * angle);
        float alpha = v / (v - iou + (1 + EPSILON));
        return iou - (centerSquared / diagonalSquared + v * alpha);
    }
}
