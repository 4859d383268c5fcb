package org.posewright.annotations.evaluation.suspect;

import java.util.List;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;

/**
 * How far label and model are apart on one picture: an entry of the work queue.
 *
 * @param magnitude what the queue is ordered by: each matched person adds 1 - OKS, each missed person 1, each extra prediction its
 *     score, each inverted pair a half
 * @param lowestOks of the matched people; 1 when there are none
 * @param missedPeople labelled people that no believed prediction means
 * @param extraPredictions believed predictions that mean nobody
 * @param inversions people with left and right exchanged, in the model's eyes
 * @param suspects what speaks against the labels, strongest first
 */
public record Disagreement(
        ImageKey image,
        double magnitude,
        double lowestOks,
        int missedPeople,
        int extraPredictions,
        int inversions,
        List<LabelSuspect> suspects) {

    private static final double INVERSION_WEIGHT = 0.5;

    public Disagreement {
        suspects = List.copyOf(suspects);
    }

    /** Compares the labels of a picture with the believed predictions for it. */
    static Disagreement of(
            ImageRecord image,
            List<PosePrediction> predictions,
            ComparisonRule comparison,
            SuspectRule rule,
            LabelSuspects finder) {
        List<PosePrediction> believed = predictions.stream()
                .filter(p -> p.score() >= rule.personScore())
                .toList();
        ImageComparison compared = ImageComparison.of(image, believed, comparison);
        double magnitude = 0;
        double lowest = 1;
        for (PersonMatch match : compared.matches()) {
            if (!match.ignored()) {
                magnitude += 1 - match.oks();
                lowest = Math.min(lowest, match.oks());
            }
        }
        int missed = (int) compared.missed().stream()
                .filter(person -> !person.isIgnoredByEvaluator())
                .count();
        for (int index : compared.extraPredictions()) {
            magnitude += believed.get(index).score();
        }
        List<LabelSuspect> suspects = finder.inspect(image, predictions);
        int inversions = (int) suspects.stream()
                .filter(s -> s.kind() == SuspectKind.SIDES_SWAPPED || s.kind() == SuspectKind.PAIR_SWAPPED)
                .count();
        return new Disagreement(
                image.key(),
                magnitude + missed + INVERSION_WEIGHT * inversions,
                lowest,
                missed,
                compared.extraPredictions().size(),
                inversions,
                suspects);
    }
}
