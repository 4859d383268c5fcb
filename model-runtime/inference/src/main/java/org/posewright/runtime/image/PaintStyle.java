package org.posewright.runtime.image;

/**
 * What a painter draws besides limbs and points.
 *
 * @param boxes rectangles around people
 * @param scores the score beside a predicted person's box
 * @param faintBelow points and limbs of predictions below this confidence are drawn thin and pale, never left out
 */
public record PaintStyle(boolean boxes, boolean scores, double faintBelow) {

    public static final PaintStyle DEFAULTS = new PaintStyle(true, true, 0.5);
}
