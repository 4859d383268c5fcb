package org.posewright.annotations.evaluation;

import java.util.Arrays;
import java.util.List;
import org.posewright.annotations.model.Skeleton;

/**
 * What an evaluation measures with. {@link #coco} gives pycocotools' defaults for keypoints, bit for bit.
 *
 * @param oks the similarity, which knows the sigmas
 * @param oksThresholds ascending, in (0, 1], at most 31
 * @param recallThresholds ascending, in [0, 1]
 * @param areaRanges the first is the one that AP and AR are read from
 * @param maxDetections how many of the best detections of a picture and category count
 */
public record EvaluationParameters(
        Oks oks, double[] oksThresholds, double[] recallThresholds, List<AreaRange> areaRanges, int maxDetections) {

    private static final int COCO_MAX_DETECTIONS = 20;
    private static final int MAX_THRESHOLDS = 31;

    public EvaluationParameters {
        oksThresholds = oksThresholds.clone();
        recallThresholds = recallThresholds.clone();
        areaRanges = List.copyOf(areaRanges);
        if (oksThresholds.length == 0 || oksThresholds.length > MAX_THRESHOLDS) {
            throw new IllegalArgumentException("1 to 31 OKS thresholds are possible, not " + oksThresholds.length);
        }
        if (Arrays.stream(oksThresholds).anyMatch(t -> !(t > 0 && t <= 1))) {
            throw new IllegalArgumentException("OKS thresholds lie above 0 and up to 1");
        }
        if (areaRanges.isEmpty() || maxDetections < 1) {
            throw new IllegalArgumentException("an evaluation needs an area range and at least one detection");
        }
    }

    /** Ten OKS thresholds, 101 recall thresholds, areas all, medium and large, 20 detections. */
    public static EvaluationParameters coco(Oks oks) {
        return new EvaluationParameters(
                oks,
                linspace(0.5, 0.95, 10),
                linspace(0, 1, 101),
                List.of(AreaRange.ALL, AreaRange.MEDIUM, AreaRange.LARGE),
                COCO_MAX_DETECTIONS);
    }

    public static EvaluationParameters coco(Skeleton skeleton) {
        return coco(Oks.of(skeleton));
    }

    /** These parameters with other OKS thresholds and area ranges. */
    public EvaluationParameters with(double[] newOksThresholds, List<AreaRange> newAreaRanges) {
        return new EvaluationParameters(oks, newOksThresholds, recallThresholds, newAreaRanges, maxDetections);
    }

    public int thresholdCount() {
        return oksThresholds.length;
    }

    /** Index of a threshold, within a millionth. */
    public int thresholdIndex(double threshold) {
        for (int t = 0; t < oksThresholds.length; t++) {
            if (Math.abs(oksThresholds[t] - threshold) < 1e-6) {
                return t;
            }
        }
        throw new IllegalArgumentException("OKS " + threshold + " is not among " + Arrays.toString(oksThresholds));
    }

    /** NumPy's linspace: multiples of one step, the last value exact. */
    static double[] linspace(double from, double to, int count) {
        double[] values = new double[count];
        double step = (to - from) / (count - 1);
        for (int i = 0; i < count; i++) {
            values[i] = i * step + from;
        }
        values[count - 1] = to;
        return values;
    }
}
