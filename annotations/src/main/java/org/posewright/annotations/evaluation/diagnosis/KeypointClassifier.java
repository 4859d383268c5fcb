package org.posewright.annotations.evaluation.diagnosis;

import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.Oks;
import org.posewright.annotations.model.Skeleton;

/**
 * Decides what became of a keypoint: compares the predicted point with the person's own point, the same point of everybody else, the
 * partner point of the person and of everybody else, and takes the most similar; ties go to the earlier of these.
 */
final class KeypointClassifier {

    private final Skeleton skeleton;
    private final Oks oks;
    private final DiagnosisRule rule;

    KeypointClassifier(Skeleton skeleton, Oks oks, DiagnosisRule rule) {
        this.skeleton = skeleton;
        this.oks = oks;
        this.rule = rule;
    }

    /**
     * @param best the highest similarity to any annotated point; 0 when there is none
     * @param nearestPerson whose point that is
     * @param nearestKeypoint which point that is
     */
    record Verdict(KeypointError error, double own, double best, int nearestPerson, int nearestKeypoint) {}

    Verdict classify(GroundTruthBlock people, int person, DetectionBlock detections, int detection, int keypoint) {
        Search search = new Search(people, detections.x(detection, keypoint), detections.y(detection, keypoint));
        int partner = skeleton.partner(keypoint);
        double own = search.offer(person, keypoint, keypoint);
        search.offerOthers(person, keypoint, keypoint);
        search.offer(person, partner, keypoint);
        search.offerOthers(person, partner, keypoint);
        return new Verdict(errorOf(search, person), own, search.best, search.person, search.slot);
    }

    private KeypointError errorOf(Search search, int person) {
        boolean own = search.person == person;
        if (search.best < rule.nearSimilarity()) {
            return KeypointError.MISS;
        }
        if (!own) {
            return KeypointError.SWAP;
        }
        if (search.fromPartner) {
            return KeypointError.INVERSION;
        }
        return search.best >= rule.goodSimilarity() ? KeypointError.GOOD : KeypointError.JITTER;
    }

    private final class Search {
        private final GroundTruthBlock people;
        private final double x;
        private final double y;
        private double best = -1;
        private int person = -1;
        private int slot = -1;
        private boolean fromPartner;

        Search(GroundTruthBlock people, double x, double y) {
            this.people = people;
            this.x = x;
            this.y = y;
        }

        void offerOthers(int except, int candidateSlot, int keypoint) {
            for (int g = 0; g < people.size(); g++) {
                if (g != except && !people.isCrowd(g)) {
                    offer(g, candidateSlot, keypoint);
                }
            }
        }

        double offer(int candidate, int candidateSlot, int keypoint) {
            if (!people.isLabeled(candidate, candidateSlot)) {
                return -1;
            }
            double similarity = oks.similarityOfPoints(
                    x - people.x(candidate, candidateSlot),
                    y - people.y(candidate, candidateSlot),
                    keypoint,
                    people.areaPixels(candidate));
            if (similarity > best) {
                best = similarity;
                person = candidate;
                slot = candidateSlot;
                fromPartner = candidateSlot != keypoint;
            }
            return similarity;
        }
    }
}
