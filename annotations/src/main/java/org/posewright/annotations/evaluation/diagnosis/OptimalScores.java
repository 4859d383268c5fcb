package org.posewright.annotations.evaluation.diagnosis;

import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.evaluation.Oks;
import org.posewright.annotations.model.Box;

/**
 * The scores that a perfect judge would give: each detection's best OKS with a person that counts, then soft suppression among the
 * detections of the picture.
 */
final class OptimalScores {

    private static final double SUPPRESSION_WIDTH = 0.5;

    private final Oks oks;

    OptimalScores(Oks oks) {
        this.oks = oks;
    }

    /** The block with optimal scores on the detections that take part; the others score 0. */
    DetectionBlock rescored(MatchTable table) {
        DetectionBlock detections = table.detections();
        double[] scores = new double[detections.size()];
        for (int d = 0; d < table.detectionCount(); d++) {
            for (int g = 0; g < table.people().size(); g++) {
                if (!table.personIgnored()[g]) {
                    scores[d] = Math.max(scores[d], table.similarities()[d][g]);
                }
            }
        }
        suppress(detections, scores, table.detectionCount());
        return detections.withScores(scores);
    }

    private void suppress(DetectionBlock detections, double[] scores, int count) {
        boolean[] done = new boolean[count];
        for (int round = 0; round < count; round++) {
            int best = -1;
            for (int d = 0; d < count; d++) {
                if (!done[d] && (best < 0 || scores[d] > scores[best])) {
                    best = d;
                }
            }
            if (scores[best] == 0) {
                return;
            }
            done[best] = true;
            for (int d = 0; d < count; d++) {
                if (!done[d] && scores[d] > 0) {
                    double overlap = overlap(detections, best, d);
                    scores[d] *= Math.exp(-overlap * overlap / SUPPRESSION_WIDTH);
                }
            }
        }
    }

    /** OKS of two detections over all points, with the mean of the areas of their keypoint extents. */
    private double overlap(DetectionBlock detections, int a, int b) {
        Box extentA = detections.extent(a);
        Box extentB = detections.extent(b);
        double area = (extentA.area() + extentB.area()) / 2;
        double sum = 0;
        for (int k = 0; k < detections.keypointCount(); k++) {
            sum += oks.similarityOfPoints(
                    detections.x(a, k) - detections.x(b, k), detections.y(a, k) - detections.y(b, k), k, area);
        }
        return sum / detections.keypointCount();
    }
}
