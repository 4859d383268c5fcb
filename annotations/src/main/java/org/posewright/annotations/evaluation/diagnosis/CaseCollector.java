package org.posewright.annotations.evaluation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.model.Skeleton;

/** Walks over the matched pictures and writes down what went wrong. */
final class CaseCollector {

    private final Evaluation evaluation;
    private final Skeleton skeleton;
    private final DiagnosisRule rule;
    private final KeypointClassifier classifier;
    private final OptimalScores optimalScores;

    final ErrorCounts counts;
    final List<DiagnosisCase.KeypointCase> keypointCases = new ArrayList<>();
    final List<DiagnosisCase.ScoringCase> scoringCases = new ArrayList<>();
    final List<DiagnosisCase.FalsePositive> falsePositives = new ArrayList<>();
    final List<DiagnosisCase.FalseNegative> falseNegatives = new ArrayList<>();
    int matchedPeople;
    private int picturesWithDetections;
    private int reorderedPictures;

    CaseCollector(Evaluation evaluation, Skeleton skeleton, DiagnosisRule rule, KeypointClassifier classifier) {
        this.evaluation = evaluation;
        this.skeleton = skeleton;
        this.rule = rule;
        this.classifier = classifier;
        optimalScores = new OptimalScores(evaluation.parameters().oks());
        counts = new ErrorCounts(evaluation.input().truth().keypointCount());
    }

    void collect(int block, MatchTable table) {
        int image = evaluation.input().axes().imageOfBlock(block);
        int category = block / evaluation.input().axes().imageCount();
        boolean[] found = new boolean[table.people().size()];
        for (int d = 0; d < table.detectionCount(); d++) {
            int person = table.matchedPerson()[0][d];
            Place place = new Place(
                    image, category, person < 0 ? OptionalInt.empty() : OptionalInt.of(person), OptionalInt.of(d));
            if (person >= 0) {
                found[person] = true;
                if (!table.personIgnored()[person]) {
                    matchedPeople++;
                    keypoints(table, place, person, d);
                }
            } else if (!table.detectionIgnored()[0][d]) {
                falsePositives.add(new DiagnosisCase.FalsePositive(
                        place, table.detections().score(d)));
            }
        }
        for (int g = 0; g < found.length; g++) {
            if (!found[g] && !table.personIgnored()[g]) {
                Place place = new Place(image, category, OptionalInt.of(g), OptionalInt.empty());
                falseNegatives.add(
                        new DiagnosisCase.FalseNegative(place, table.people().labeledCount(g)));
            }
        }
        scoring(table, image, category);
        order(table);
    }

    /** Share of the pictures with detections whose order changes under optimal scores. */
    double reorderedShare() {
        return picturesWithDetections == 0 ? 0 : (double) reorderedPictures / picturesWithDetections;
    }

    private void keypoints(MatchTable table, Place place, int person, int detection) {
        GroundTruthBlock people = table.people();
        DetectionBlock detections = table.detections();
        for (int k = 0; k < people.keypointCount(); k++) {
            if (!people.isLabeled(person, k)) {
                continue;
            }
            KeypointClassifier.Verdict verdict = classifier.classify(people, person, detections, detection, k);
            counts.add(verdict.error(), k);
            if (verdict.error() != KeypointError.GOOD) {
                double distance = Math.hypot(
                        detections.x(detection, k) - people.x(person, k),
                        detections.y(detection, k) - people.y(person, k));
                Repair repair = repair(verdict, k, detections.x(detection, k), detections.y(detection, k));
                keypointCases.add(new DiagnosisCase.KeypointCase(
                        place, k, verdict.error(), verdict.own(), verdict.best(), distance, Optional.of(repair)));
            }
        }
    }

    private Repair repair(KeypointClassifier.Verdict verdict, int keypoint, double modelX, double modelY) {
        return switch (verdict.error()) {
            case INVERSION -> new Repair.SwapPair(keypoint, skeleton.partner(keypoint));
            case SWAP -> new Repair.SwapPersons(keypoint, verdict.nearestPerson(), verdict.nearestKeypoint());
            case GOOD, JITTER, MISS -> new Repair.TakeModelPoint(keypoint, modelX, modelY);
        };
    }

    private void scoring(MatchTable table, int image, int category) {
        int count = table.detectionCount();
        for (int g = 0; g < table.people().size(); g++) {
            if (table.personIgnored()[g]) {
                continue;
            }
            int scored = -1;
            int fitting = -1;
            for (int d = 0; d < count; d++) {
                if (table.similarities()[d][g] >= rule.scoringOks() && bestPerson(table, d) == g) {
                    scored = scored < 0 ? d : scored;
                    boolean fitsBetter = fitting < 0 || table.similarities()[d][g] > table.similarities()[fitting][g];
                    fitting = fitsBetter ? d : fitting;
                }
            }
            if (scored != fitting) {
                scoringCases.add(new DiagnosisCase.ScoringCase(
                        new Place(image, category, OptionalInt.of(g), OptionalInt.of(scored)),
                        fitting,
                        table.similarities()[scored][g],
                        table.similarities()[fitting][g]));
            }
        }
    }

    private static int bestPerson(MatchTable table, int detection) {
        int best = -1;
        for (int g = 0; g < table.people().size(); g++) {
            boolean better = best < 0 || table.similarities()[detection][g] > table.similarities()[detection][best];
            if (!table.personIgnored()[g] && better) {
                best = g;
            }
        }
        return best;
    }

    private void order(MatchTable table) {
        if (table.detectionCount() == 0) {
            return;
        }
        picturesWithDetections++;
        DetectionBlock rescored = optimalScores.rescored(table);
        boolean changed = false;
        for (int d = 0; d < table.detectionCount(); d++) {
            changed |= rescored.id(d) != table.detections().id(d);
        }
        reorderedPictures += changed ? 1 : 0;
    }
}
