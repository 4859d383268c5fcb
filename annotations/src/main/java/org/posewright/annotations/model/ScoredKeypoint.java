package org.posewright.annotations.model;

/**
 * A point as a model sees it; never mixed with a label.
 *
 * @param confidence probability in [0, 1] that the point is labelled or visible
 */
public record ScoredKeypoint(double x, double y, double confidence) {}
