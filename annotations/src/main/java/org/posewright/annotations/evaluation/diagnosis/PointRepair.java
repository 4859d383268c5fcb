package org.posewright.annotations.evaluation.diagnosis;

import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.evaluation.Oks;

/**
 * Moves the erroneous points of matched detections next to the person's own point, as near as the kind of error deserves: jitter to
 * human agreement, inversion and swap to the similarity they had with the wrong point, misses to the border of "near". The shift is
 * along x by {@code sqrt(-ln(ks) · 2 · area · (2σ)²)}, which makes the similarity exactly ks; the paper's tool leaves out the factor
 * 2 on σ.
 */
final class PointRepair {

    private final KeypointClassifier classifier;
    private final Oks oks;
    private final DiagnosisRule rule;

    PointRepair(KeypointClassifier classifier, Oks oks, DiagnosisRule rule) {
        this.classifier = classifier;
        this.oks = oks;
        this.rule = rule;
    }

    /** The detections of a block with points of some classes repaired. */
    DetectionBlock repaired(MatchTable table, Set<KeypointError> classes) {
        DetectionBlock detections = table.detections();
        double[] xy = null;
        for (int d = 0; d < table.detectionCount(); d++) {
            int person = table.matchedPerson()[0][d];
            if (person >= 0 && !table.personIgnored()[person]) {
                for (int k = 0; k < detections.keypointCount(); k++) {
                    if (table.people().isLabeled(person, k)) {
                        KeypointClassifier.Verdict verdict =
                                classifier.classify(table.people(), person, detections, d, k);
                        if (verdict.error() != KeypointError.GOOD && classes.contains(verdict.error())) {
                            xy = xy == null ? detections.copyOfPoints() : xy;
                            move(xy, table.people(), person, d, k, target(verdict));
                        }
                    }
                }
            }
        }
        return xy == null ? detections : detections.withPoints(xy);
    }

    private double target(KeypointClassifier.Verdict verdict) {
        ToDoubleFunction<KeypointError> similarity = error -> switch (error) {
            case JITTER -> rule.goodSimilarity();
            case MISS -> rule.nearSimilarity();
            case GOOD, INVERSION, SWAP -> verdict.best();
        };
        return similarity.applyAsDouble(verdict.error());
    }

    private void move(double[] xy, GroundTruthBlock people, int person, int detection, int keypoint, double target) {
        double shift = shiftFor(target, people.areaPixels(person), keypoint);
        int at = 2 * (oks.keypointCount() * detection + keypoint);
        xy[at] = people.x(person, keypoint) + shift;
        xy[at + 1] = people.y(person, keypoint);
    }

    /** How far from a label a point has the given similarity, in pixels. */
    double shiftFor(double similarity, double areaPixels, int keypoint) {
        return Math.sqrt(Math.max(0, -Math.log(similarity) * 2 * areaPixels * oks.variance(keypoint)));
    }
}
