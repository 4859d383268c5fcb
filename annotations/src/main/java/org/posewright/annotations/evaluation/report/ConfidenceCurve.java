package org.posewright.annotations.evaluation.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.AreaRange;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.work.CancellationToken;

/**
 * Precision, recall and F1 over the confidence from which detections are believed, at one OKS threshold, over all categories and
 * sizes. Pairs are COCO's: what scores lower never takes a person from what scores higher, so one matching tells all confidences.
 *
 * @param oksThreshold from where a detection is right
 * @param points at the confidences 0.00, 0.01 … 1.00
 */
public record ConfidenceCurve(double oksThreshold, List<Point> points) {

    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-9;

    /**
     * What is believed from one confidence on.
     *
     * @param right detections that mean a person that counts
     * @param wrong detections that mean nobody
     * @param people that count, found or not
     */
    public record Point(double confidence, long right, long wrong, long people) {

        /** Share of the believed detections that are right; NaN when none is believed. */
        public double precision() {
            return right + wrong == 0 ? Double.NaN : (double) right / (right + wrong);
        }

        /** Share of the people that are found; NaN when nobody counts. */
        public double recall() {
            return people == 0 ? Double.NaN : (double) right / people;
        }

        /** Harmonic mean of precision and recall; 0 when nobody is found. */
        public double f1() {
            return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + people - right);
        }
    }

    public ConfidenceCurve {
        points = List.copyOf(points);
    }

    /**
     * Counts in a finished evaluation.
     *
     * @param threshold index into the evaluation's OKS thresholds
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static ConfidenceCurve of(Evaluation evaluation, int threshold, CancellationToken token) {
        long[] right = new long[STEPS + 1];
        long[] wrong = new long[STEPS + 1];
        long people = 0;
        for (int i = 0; i < evaluation.input().axes().imageCount(); i++) {
            token.throwIfCancelled();
            for (int c = 0; c < evaluation.input().axes().categoryCount(); c++) {
                MatchTable table = evaluation.matchTable(i, c, AreaRange.ALL);
                GroundTruthBlock truth = table.people();
                for (int g = 0; g < truth.size(); g++) {
                    people += table.personIgnored()[g] ? 0 : 1;
                }
                for (int d = 0; d < table.detectionCount(); d++) {
                    if (!table.detectionIgnored()[threshold][d]) {
                        long[] kind = table.matchedPerson()[threshold][d] >= 0 ? right : wrong;
                        kind[step(table.detections().score(d))]++;
                    }
                }
            }
        }
        for (int s = STEPS - 1; s >= 0; s--) {
            right[s] += right[s + 1];
            wrong[s] += wrong[s + 1];
        }
        long counted = people;
        return new ConfidenceCurve(
                evaluation.parameters().oksThresholds()[threshold],
                IntStream.rangeClosed(0, STEPS)
                        .mapToObj(s -> new Point((double) s / STEPS, right[s], wrong[s], counted))
                        .toList());
    }

    /** The last step at which a score is still believed. */
    private static int step(double score) {
        return (int) Math.max(0, Math.min(STEPS, Math.floor(score * STEPS + TOLERANCE)));
    }

    /** What is believed from the nearest of the confidences on. */
    public Point at(double confidence) {
        return points.get((int) Math.max(0, Math.min(STEPS, Math.round(confidence * STEPS))));
    }

    /** Where F1 is largest; the highest such confidence. */
    public Point best() {
        return points.stream()
                .max(Comparator.comparingDouble(Point::f1).thenComparingDouble(Point::confidence))
                .orElseThrow();
    }
}
