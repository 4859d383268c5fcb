package org.posewright.annotations.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;

/**
 * Labels and predictions of one open picture, paired by COCO's greedy matching. A pure value that takes microseconds, so that it
 * can be made anew on each drag event.
 *
 * @param matches people with their prediction, in the order of the people; a crowd may occur several times
 * @param missed people that no prediction means, in file order
 * @param extraPredictions indices of predictions that mean nobody, best score first
 */
public record ImageComparison(
        ComparisonRule rule, List<PersonMatch> matches, List<PersonInstance> missed, List<Integer> extraPredictions) {

    public ImageComparison {
        matches = List.copyOf(matches);
        missed = List.copyOf(missed);
        extraPredictions = List.copyOf(extraPredictions);
    }

    /**
     * Compares the people of a picture with predictions for it; pairs are made within a category only.
     *
     * @throws EvaluationException if a person or prediction has another number of keypoints than the skeleton
     */
    public static ImageComparison of(ImageRecord image, List<PosePrediction> predictions, ComparisonRule rule) {
        List<PersonMatch> matches = new ArrayList<>();
        List<PersonInstance> missed = new ArrayList<>();
        List<Integer> extra = new ArrayList<>();
        TreeSet<Integer> categories = new TreeSet<>();
        image.people().forEach(person -> categories.add(person.categoryIndex()));
        predictions.forEach(prediction -> categories.add(prediction.categoryIndex()));
        for (int category : categories) {
            compareCategory(image, predictions, rule, category, new Sink(matches, missed, extra));
        }
        extra.sort((a, b) ->
                Double.compare(predictions.get(b).score(), predictions.get(a).score()));
        return new ImageComparison(rule, matches, missed, extra);
    }

    /** The match of a person; of several for a crowd, the one with the highest score. */
    public Optional<PersonMatch> matchOf(long personId) {
        return matches.stream().filter(match -> match.person().id() == personId).findFirst();
    }

    /** The match that a prediction takes part in. */
    public Optional<PersonMatch> matchOfPrediction(int predictionIndex) {
        return matches.stream()
                .filter(match -> match.predictionIndex() == predictionIndex)
                .findFirst();
    }

    /** Mean OKS of the people an evaluator counts, missed ones with 0; empty when it counts nobody. */
    public java.util.OptionalDouble meanOks() {
        double sum = 0;
        int count = 0;
        for (PersonMatch match : matches) {
            if (!match.ignored()) {
                sum += match.oks();
                count++;
            }
        }
        count += (int)
                missed.stream().filter(person -> !person.isIgnoredByEvaluator()).count();
        return count == 0 ? java.util.OptionalDouble.empty() : java.util.OptionalDouble.of(sum / count);
    }

    private record Sink(List<PersonMatch> matches, List<PersonInstance> missed, List<Integer> extra) {}

    private static void compareCategory(
            ImageRecord image, List<PosePrediction> predictions, ComparisonRule rule, int category, Sink sink) {
        List<PersonInstance> people = image.people().stream()
                .filter(person -> person.categoryIndex() == category)
                .toList();
        int[] indices = IntStream.range(0, predictions.size())
                .filter(i -> predictions.get(i).categoryIndex() == category)
                .toArray();
        int count = rule.skeleton().size();
        GroundTruthBlock.Builder truth = new GroundTruthBlock.Builder(count, people.size());
        people.forEach(person -> truth.add(person, person.id(), rule.areaRule()));
        DetectionBlock detections = DetectionBlock.of(
                IntStream.of(indices).mapToObj(predictions::get).toList(), count);
        BlockMatcher matcher = new BlockMatcher(rule.parameters());
        matcher.load(truth.build(), detections);
        matcher.match(AreaRange.ALL);
        int[] persons = new int[detections.size()];
        for (int d = 0; d < persons.length; d++) {
            persons[d] = d < matcher.detectionCount() ? matcher.matchedPerson(0, d) : -1;
        }
        for (int g = 0; g < people.size(); g++) {
            boolean any = false;
            for (int d = 0; d < persons.length; d++) {
                if (persons[d] == g) {
                    int index = indices[detections.id(d) - 1];
                    sink.matches.add(PersonMatch.of(people.get(g), index, predictions.get(index), rule));
                    any = true;
                }
            }
            if (!any) {
                sink.missed.add(people.get(g));
            }
        }
        for (int d = 0; d < persons.length; d++) {
            if (persons[d] < 0) {
                sink.extra.add(indices[detections.id(d) - 1]);
            }
        }
    }
}
