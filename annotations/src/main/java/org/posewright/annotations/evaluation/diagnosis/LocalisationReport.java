package org.posewright.annotations.evaluation.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** How well people and each of their keypoints are localised: OKS histogram, error and AP per keypoint. */
public record LocalisationReport(OksHistogram histogram, List<KeypointStatistics> keypoints) {

    public LocalisationReport {
        keypoints = List.copyOf(keypoints);
    }

    /**
     * Measures a finished evaluation; people and detections are paired from {@link DiagnosisRule#matchOks()} on.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static LocalisationReport of(
            Evaluation evaluation, DiagnosisRule rule, ProgressListener listener, CancellationToken token) {
        int count = evaluation.input().truth().keypointCount();
        Samples samples = new Samples(count);
        EvaluationParameters low =
                evaluation.parameters().with(new double[] {rule.matchOks()}, List.of(rule.areaRange()));
        for (int b = 0; b < evaluation.input().axes().blockCount(); b++) {
            token.throwIfCancelled();
            GroundTruthBlock people = evaluation.input().truth().block(b);
            if (people.size() > 0) {
                samples.add(
                        MatchTable.of(people, evaluation.input().detections().block(b), low, rule.areaRange()),
                        evaluation);
            }
        }
        List<KeypointStatistics> keypoints = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            token.throwIfCancelled();
            listener.progress(k, count, "AP per keypoint");
            keypoints.add(samples.statistics(k, apOfKeypoint(evaluation, k, token)));
        }
        return new LocalisationReport(new OksHistogram(samples.bins, samples.missed), keypoints);
    }

    /** COCO's AP when each person has one point only; people without it are left out. */
    private static double apOfKeypoint(Evaluation evaluation, int keypoint, CancellationToken token) {
        EvaluationInput input = evaluation.input();
        GroundTruthBlock[] blocks = IntStream.range(0, input.axes().blockCount())
                .mapToObj(b -> input.truth().block(b).onlyKeypoint(keypoint))
                .toArray(GroundTruthBlock[]::new);
        return new KeypointEvaluator(evaluation.parameters())
                .evaluate(input.with(input.truth().withBlocks(blocks)), ProgressListener.NONE, token)
                .summary()
                .ap();
    }

    /** Growing lists of distances for each keypoint. */
    private static final class Samples {
        private final long[] bins = new long[OksHistogram.BINS];
        private long missed;
        private final int[] sizes;
        private final double[][] distances;
        private final double[][] relative;
        private final double[] similaritySums;

        Samples(int keypoints) {
            sizes = new int[keypoints];
            distances = new double[keypoints][16];
            relative = new double[keypoints][16];
            similaritySums = new double[keypoints];
        }

        void add(MatchTable table, Evaluation evaluation) {
            for (int g = 0; g < table.people().size(); g++) {
                if (table.personIgnored()[g]) {
                    continue;
                }
                int detection = table.matchedDetection(0, g);
                if (detection < 0) {
                    missed++;
                } else {
                    bins[OksHistogram.binOf(table.similarities()[detection][g])]++;
                    addPoints(table, g, detection, evaluation);
                }
            }
        }

        private void addPoints(MatchTable table, int person, int detection, Evaluation evaluation) {
            GroundTruthBlock people = table.people();
            double[] terms = evaluation.parameters().oks().terms(table.detections(), detection, people, person);
            for (int k = 0; k < sizes.length; k++) {
                if (people.isLabeled(person, k)) {
                    double distance = Math.hypot(
                            table.detections().x(detection, k) - people.x(person, k),
                            table.detections().y(detection, k) - people.y(person, k));
                    add(k, distance, distance / Math.sqrt(people.areaPixels(person)));
                    similaritySums[k] += terms[k];
                }
            }
        }

        private void add(int k, double distance, double relativeDistance) {
            if (sizes[k] == distances[k].length) {
                distances[k] = Arrays.copyOf(distances[k], 2 * sizes[k]);
                relative[k] = Arrays.copyOf(relative[k], 2 * sizes[k]);
            }
            distances[k][sizes[k]] = distance;
            relative[k][sizes[k]++] = relativeDistance;
        }

        KeypointStatistics statistics(int k, double ap) {
            double mean = sizes[k] == 0 ? Double.NaN : similaritySums[k] / sizes[k];
            return new KeypointStatistics(
                    k, sizes[k], mean, median(distances[k], sizes[k]), median(relative[k], sizes[k]), ap);
        }
    }

    static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }
}
