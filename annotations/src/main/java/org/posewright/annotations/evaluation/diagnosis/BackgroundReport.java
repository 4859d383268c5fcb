package org.posewright.annotations.evaluation.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.work.CancellationToken;

/**
 * Background errors: detections that mean nobody and people that nobody detected, at every OKS threshold, and at OKS 0.75 split by
 * what makes people hard to find: how much of them is labelled, how crowded they are, how large they are.
 *
 * @param oksThresholds the thresholds
 * @param falsePositives [threshold] detections that match nobody and are not ignored
 * @param falseNegatives [threshold] counted people that no detection matches
 * @param byLabelledPoints groups of 1–5, 6–10, 11–15 and 16–17 labelled keypoints, in proportion for other skeletons
 * @param byOverlap groups of 0, 1–2, 3–8 and more other annotations of the picture with box IoU above 0.1
 * @param bySize groups by area in square pixels: below 32², to 64², to 96², to 128², above
 */
public record BackgroundReport(
        List<Double> oksThresholds,
        List<Long> falsePositives,
        List<Long> falseNegatives,
        List<Group> byLabelledPoints,
        List<Group> byOverlap,
        List<Group> bySize) {

    /** Where the break-downs are taken, as by the paper's tool. */
    public static final double OKS_OF_GROUPS = 0.75;

    private static final double CROWDING_IOU = 0.1;
    private static final int[] LABELLED_OF_COCO = {5, 10, 15, 17};
    private static final double COCO_KEYPOINTS = 17;
    private static final int[] OVERLAPS = {0, 2, 8, Integer.MAX_VALUE};
    private static final double[] SIDES = {32, 64, 96, 128, Double.POSITIVE_INFINITY};

    /**
     * People, or detections, of one kind.
     *
     * @param from least count of points or annotations; for sizes, least area in square pixels
     * @param to most of it; infinite in the last group
     * @param people counted people of the group
     * @param missed those that no detection matches at OKS 0.75
     * @param falsePositives detections of this size that match nobody at OKS 0.75; -1 where a detection has no such property
     */
    public record Group(double from, double to, long people, long missed, long falsePositives) {

        /** Share of the people that were found; NaN when there are none. */
        public double recall() {
            return people == 0 ? Double.NaN : (double) (people - missed) / people;
        }

        /** The range as {@code 6–10}, {@code 0} or {@code ≥ 9}. */
        public String rangeText() {
            String low = Long.toString((long) from);
            if (Double.isInfinite(to)) {
                return "≥ " + low;
            }
            return from == to ? low : low + "–" + (long) to;
        }
    }

    public BackgroundReport {
        oksThresholds = List.copyOf(oksThresholds);
        falsePositives = List.copyOf(falsePositives);
        falseNegatives = List.copyOf(falseNegatives);
        byLabelledPoints = List.copyOf(byLabelledPoints);
        byOverlap = List.copyOf(byOverlap);
        bySize = List.copyOf(bySize);
    }

    /**
     * Counts in a finished evaluation.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static BackgroundReport of(Evaluation evaluation, DiagnosisRule rule, CancellationToken token) {
        EvaluationInput input = evaluation.input();
        EvaluationParameters parameters =
                evaluation.parameters().with(evaluation.parameters().oksThresholds(), List.of(rule.areaRange()));
        Tally tally = new Tally(parameters, input.truth().keypointCount());
        for (int b = 0; b < input.axes().blockCount(); b++) {
            token.throwIfCancelled();
            if (input.truth().block(b).size() > 0 || input.detections().block(b).size() > 0) {
                tally.add(MatchTable.of(
                        input.truth().block(b), input.detections().block(b), parameters, rule.areaRange()));
            }
        }
        return tally.report();
    }

    private static final class Tally {
        private final double[] thresholds;
        private final int groupThreshold;
        private final long[] falsePositives;
        private final long[] falseNegatives;
        private final Groups labelled;
        private final Groups overlap;
        private final Groups size;

        Tally(EvaluationParameters parameters, int keypoints) {
            thresholds = parameters.oksThresholds();
            groupThreshold = parameters.thresholdIndex(OKS_OF_GROUPS);
            falsePositives = new long[thresholds.length];
            falseNegatives = new long[thresholds.length];
            double[] points = new double[LABELLED_OF_COCO.length];
            for (int i = 0; i < points.length; i++) {
                points[i] = Math.ceil(keypoints * LABELLED_OF_COCO[i] / COCO_KEYPOINTS);
            }
            labelled = new Groups(points);
            overlap = new Groups(Arrays.stream(OVERLAPS).asDoubleStream().toArray());
            size = new Groups(Arrays.stream(SIDES).map(side -> side * side).toArray());
        }

        void add(MatchTable table) {
            for (int t = 0; t < thresholds.length; t++) {
                for (int d = 0; d < table.detectionCount(); d++) {
                    if (table.matchedPerson()[t][d] < 0 && !table.detectionIgnored()[t][d]) {
                        falsePositives[t]++;
                        if (t == groupThreshold) {
                            size.falsePositive(table.detections().areaPixels(d));
                        }
                    }
                }
                for (int g = 0; g < table.people().size(); g++) {
                    if (!table.personIgnored()[g]) {
                        boolean missed = table.matchedDetection(t, g) < 0;
                        falseNegatives[t] += missed ? 1 : 0;
                        if (t == groupThreshold) {
                            group(table.people(), g, missed);
                        }
                    }
                }
            }
        }

        private void group(GroundTruthBlock people, int person, boolean missed) {
            labelled.person(people.labeledCount(person), missed);
            size.person(people.areaPixels(person), missed);
            int others = 0;
            for (int other = 0; other < people.size(); other++) {
                others += other != person && people.boxIou(person, other) > CROWDING_IOU ? 1 : 0;
            }
            overlap.person(others, missed);
        }

        BackgroundReport report() {
            return new BackgroundReport(
                    Arrays.stream(thresholds).boxed().toList(),
                    Arrays.stream(falsePositives).boxed().toList(),
                    Arrays.stream(falseNegatives).boxed().toList(),
                    labelled.list(1, 1, false),
                    overlap.list(0, 1, false),
                    size.list(0, 0, true));
        }
    }

    /** Counts by the first border that is not below a value. */
    private static final class Groups {
        private final double[] upTo;
        private final long[] people;
        private final long[] missed;
        private final long[] falsePositives;

        Groups(double[] upTo) {
            this.upTo = upTo;
            people = new long[upTo.length];
            missed = new long[upTo.length];
            falsePositives = new long[upTo.length];
        }

        void person(double value, boolean isMissed) {
            int group = group(value);
            people[group]++;
            missed[group] += isMissed ? 1 : 0;
        }

        void falsePositive(double value) {
            falsePositives[group(value)]++;
        }

        private int group(double value) {
            int group = 0;
            while (group < upTo.length - 1 && value > upTo[group]) {
                group++;
            }
            return group;
        }

        /** @param step what the next group begins behind the border: 1 for counts, 0 for areas */
        List<Group> list(double first, double step, boolean ofDetectionsToo) {
            List<Group> groups = new ArrayList<>();
            double from = first;
            for (int i = 0; i < upTo.length; i++) {
                double to = upTo[i] == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : upTo[i];
                groups.add(new Group(from, to, people[i], missed[i], ofDetectionsToo ? falsePositives[i] : -1));
                from = to + step;
            }
            return groups;
        }
    }
}
