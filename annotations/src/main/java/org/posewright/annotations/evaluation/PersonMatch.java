package org.posewright.annotations.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;

/**
 * A labelled person and the prediction that means them.
 *
 * @param predictionIndex in the list that was compared
 * @param ignored whether an evaluator ignores the pair: the person is a crowd or has no labelled point
 * @param area what OKS divides by, and where it comes from
 * @param keypoints one entry for each keypoint of the skeleton
 */
public record PersonMatch(
        PersonInstance person,
        int predictionIndex,
        PosePrediction prediction,
        double oks,
        boolean ignored,
        AreaRule.PersonArea area,
        List<KeypointDifference> keypoints) {

    public PersonMatch {
        keypoints = List.copyOf(keypoints);
    }

    /** Compares a given pair, whether or not a matching would make it. */
    public static PersonMatch of(
            PersonInstance person, int predictionIndex, PosePrediction prediction, ComparisonRule rule) {
        Oks oks = Oks.of(rule.skeleton());
        int count = oks.keypointCount();
        GroundTruthBlock people = new GroundTruthBlock.Builder(count, 1)
                .add(person, person.id(), rule.areaRule())
                .build();
        DetectionBlock detection = DetectionBlock.of(List.of(prediction), count);
        double similarity = oks.similarity(detection, 0, people, 0);
        return new PersonMatch(
                person,
                predictionIndex,
                prediction,
                similarity,
                person.isIgnoredByEvaluator(),
                rule.areaRule().areaOf(person),
                differences(oks, detection, people));
    }

    private static List<KeypointDifference> differences(Oks oks, DetectionBlock detection, GroundTruthBlock people) {
        double[] terms = oks.terms(detection, 0, people, 0);
        int labeled = people.labeledCount(0);
        List<KeypointDifference> differences = new ArrayList<>(terms.length);
        for (int k = 0; k < terms.length; k++) {
            if (people.isLabeled(0, k)) {
                double distance = Math.hypot(detection.x(0, k) - people.x(0, k), detection.y(0, k) - people.y(0, k));
                differences.add(new KeypointDifference(k, true, distance, terms[k], (1 - terms[k]) / labeled));
            } else {
                differences.add(new KeypointDifference(k, false, Double.NaN, Double.NaN, 0));
            }
        }
        return differences;
    }
}
