package org.posewright.training.loss;

/** The five loss items, gains applied, without the factor of the batch size; the order is that of {@code results.csv}. */
public record LossItems(
        double box, double pose, double keypointObjectness, double classification, double distribution) {

    public static final LossItems ZERO = new LossItems(0, 0, 0, 0, 0);

    public double sum() {
        return box + pose + keypointObjectness + classification + distribution;
    }

    public LossItems plus(LossItems other) {
        return new LossItems(
                box + other.box,
                pose + other.pose,
                keypointObjectness + other.keypointObjectness,
                classification + other.classification,
                distribution + other.distribution);
    }

    public LossItems dividedBy(double divisor) {
        return new LossItems(
                box / divisor,
                pose / divisor,
                keypointObjectness / divisor,
                classification / divisor,
                distribution / divisor);
    }

    public boolean isFinite() {
        return Double.isFinite(sum());
    }
}
