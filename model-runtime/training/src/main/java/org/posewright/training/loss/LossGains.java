package org.posewright.training.loss;

/** Weights of the five loss items; the defaults are those of the reference trainer. */
public record LossGains(
        double box, double pose, double keypointObjectness, double classification, double distribution) {

    public static final LossGains DEFAULT = new LossGains(7.5, 12.0, 1.0, 0.5, 1.5);
}
