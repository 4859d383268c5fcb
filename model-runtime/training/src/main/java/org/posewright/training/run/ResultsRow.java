package org.posewright.training.run;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.training.loss.LossItems;

/**
 * One epoch in {@code results.csv}.
 *
 * @param epoch from 1
 * @param seconds since the run began, validation included
 * @param metrics box and pose numbers in the reference's order: P, R, mAP50, mAP50-95 of boxes, then of poses
 * @param rates learning rates of the groups bias, weight, norm in the epoch's last batch
 */
public record ResultsRow(
        int epoch, double seconds, LossItems train, List<Double> metrics, LossItems validation, List<Double> rates) {

    private static final double FIVE_DECIMALS = 1e5;

    /** The reference's header, in order. */
    public static final List<String> COLUMNS = List.of(
            "epoch",
            "time",
            "train/box_loss",
            "train/pose_loss",
            "train/kobj_loss",
            "train/cls_loss",
            "train/dfl_loss",
            "metrics/precision(B)",
            "metrics/recall(B)",
            "metrics/mAP50(B)",
            "metrics/mAP50-95(B)",
            "metrics/precision(P)",
            "metrics/recall(P)",
            "metrics/mAP50(P)",
            "metrics/mAP50-95(P)",
            "val/box_loss",
            "val/pose_loss",
            "val/kobj_loss",
            "val/cls_loss",
            "val/dfl_loss",
            "lr/pg0",
            "lr/pg1",
            "lr/pg2");

    public ResultsRow {
        metrics = List.copyOf(metrics);
        rates = List.copyOf(rates);
    }

    /** The eight metrics of a summary, rounded as the reference rounds them. */
    public static List<Double> metrics(UltralyticsSummary summary) {
        List<Double> values = new ArrayList<>();
        for (UltralyticsSummary.Numbers n : List.of(summary.box(), summary.pose())) {
            values.add(rounded(n.precision()));
            values.add(rounded(n.recall()));
            values.add(rounded(n.map50()));
            values.add(rounded(n.map()));
        }
        return values;
    }

    /** Rounded to five decimals. */
    public static double rounded(double value) {
        return Math.rint(value * FIVE_DECIMALS) / FIVE_DECIMALS;
    }

    /** All values in the order of {@link #COLUMNS}. */
    public List<Double> values() {
        List<Double> values = new ArrayList<>();
        values.add((double) epoch);
        values.add(seconds);
        addLosses(values, train);
        values.addAll(metrics);
        addLosses(values, validation);
        values.addAll(rates);
        return values;
    }

    private static void addLosses(List<Double> values, LossItems items) {
        values.add(rounded(items.box()));
        values.add(rounded(items.pose()));
        values.add(rounded(items.keypointObjectness()));
        values.add(rounded(items.classification()));
        values.add(rounded(items.distribution()));
    }
}
