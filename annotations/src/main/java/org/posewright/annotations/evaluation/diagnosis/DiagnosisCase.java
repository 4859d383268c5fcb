package org.posewright.annotations.evaluation.diagnosis;

import java.util.Optional;

/** One thing that went wrong. */
public sealed interface DiagnosisCase {

    Place place();

    /** What would mend the label if the label is wrong. */
    Optional<Repair> repair();

    /**
     * A keypoint that is not good.
     *
     * @param ownSimilarity to the person's own point
     * @param similarity to the point that lies nearest in similarity
     * @param distancePixels from the prediction to the person's own point
     */
    record KeypointCase(
            Place place,
            int keypoint,
            KeypointError error,
            double ownSimilarity,
            double similarity,
            double distancePixels,
            Optional<Repair> repair)
            implements DiagnosisCase {}

    /**
     * A person whose best-scored detection is not the one that fits best.
     *
     * @param place its detection is the one with the best score
     * @param fittingDetection the one with the highest OKS
     * @param scoredOks OKS of the best-scored detection
     * @param fittingOks OKS of the fitting one
     */
    record ScoringCase(Place place, int fittingDetection, double scoredOks, double fittingOks)
            implements DiagnosisCase {
        @Override
        public Optional<Repair> repair() {
            return Optional.empty();
        }
    }

    /** A detection that means nobody. */
    record FalsePositive(Place place, double score) implements DiagnosisCase {
        @Override
        public Optional<Repair> repair() {
            return Optional.of(new Repair.AddPerson(place.detection().orElseThrow()));
        }
    }

    /** A person that no detection means. */
    record FalseNegative(Place place, int labeledKeypoints) implements DiagnosisCase {
        @Override
        public Optional<Repair> repair() {
            return Optional.of(new Repair.RemovePerson(place.person().orElseThrow()));
        }
    }
}
