package org.posewright.annotations.evaluation;

import java.util.Arrays;

/**
 * COCO's greedy matching of the detections and people of one picture and category, for all thresholds of one area range at a time.
 * Holds the scratch space of one thread.
 *
 * <p>Pairs whose similarity cannot reach the lowest threshold are found without computing it; they take no part in any decision.
 */
final class BlockMatcher {

    private static final double HIGHEST_THRESHOLD = 1 - 1e-10;

    private final Oks oks;
    private final double[] thresholds;
    private final int maxDetections;
    private final double lowestThreshold;
    private final double[] inverseVariances;
    private final double[] terms;

    private GroundTruthBlock people = GroundTruthBlock.empty(1);
    private DetectionBlock detections = DetectionBlock.empty(1);
    private int detectionCount;
    private double[] similarities = new double[0];
    private boolean[] hasCandidates = new boolean[0];
    private int[] order = new int[0];
    private int[] candidates = new int[0];
    private int[] takenMasks = new int[0];
    private boolean[] personIgnored = new boolean[0];
    private int[] matchedPerson = new int[0];
    private int[] matchedMasks = new int[0];
    private int[] ignoredMasks = new int[0];

    BlockMatcher(EvaluationParameters parameters) {
        oks = parameters.oks();
        maxDetections = parameters.maxDetections();
        thresholds = parameters.oksThresholds();
        for (int t = 0; t < thresholds.length; t++) {
            thresholds[t] = Math.min(thresholds[t], HIGHEST_THRESHOLD);
        }
        lowestThreshold = Arrays.stream(thresholds).min().orElseThrow();
        inverseVariances = oks.inverseVariances();
        terms = new double[oks.keypointCount()];
    }

    /** Takes the next block and computes the similarities that can matter. */
    void load(GroundTruthBlock newPeople, DetectionBlock newDetections) {
        people = newPeople;
        detections = newDetections;
        detectionCount = Math.min(maxDetections, detections.size());
        ensureCapacity(people.size(), detectionCount);
        int count = people.size();
        for (int d = 0; d < detectionCount; d++) {
            boolean any = false;
            for (int g = 0; g < count; g++) {
                boolean hopeless = oks.isCertainlyBelow(lowestThreshold, detections, d, people, g, inverseVariances);
                double similarity = hopeless ? 0 : oks.similarity(detections, d, people, g, terms);
                similarities[d * count + g] = similarity;
                any |= !(similarity < lowestThreshold);
            }
            hasCandidates[d] = any;
        }
    }

    /** Detections that take part: at most the maximum of the parameters. */
    int detectionCount() {
        return detectionCount;
    }

    /** Matches the loaded block for people of one area range; the results stay until the next call. */
    void match(AreaRange range) {
        int counted = orderPeople(range);
        Arrays.fill(matchedMasks, 0, detectionCount, 0);
        Arrays.fill(ignoredMasks, 0, detectionCount, 0);
        Arrays.fill(matchedPerson, 0, detectionCount * thresholds.length, -1);
        Arrays.fill(takenMasks, 0, people.size(), 0);
        countedPeople = counted;
        int all = (1 << thresholds.length) - 1;
        for (int d = 0; d < detectionCount; d++) {
            if (hasCandidates[d]) {
                matchDetection(d);
            }
            if (range.excludes(detections.areas[d])) {
                ignoredMasks[d] |= all & ~matchedMasks[d];
            }
        }
    }

    private int countedPeople;

    /** People of the last range that are not ignored. */
    int countedPeople() {
        return countedPeople;
    }

    /** Bit t: the detection has a match at threshold t (a person with id 0 is none, as in pycocotools). */
    int matchedMask(int detection) {
        return matchedMasks[detection];
    }

    /** Bit t: the detection counts neither as right nor as wrong at threshold t. */
    int ignoredMask(int detection) {
        return ignoredMasks[detection];
    }

    /** Index of the person a detection took at a threshold, or -1. */
    int matchedPerson(int threshold, int detection) {
        return matchedPerson[threshold * detectionCount + detection];
    }

    boolean isPersonIgnored(int person) {
        return personIgnored[person];
    }

    /** The order in which people were offered: counted ones first. */
    int[] peopleOrder() {
        return Arrays.copyOf(order, people.size());
    }

    private int orderPeople(AreaRange range) {
        int count = people.size();
        int next = 0;
        for (int g = 0; g < count; g++) {
            personIgnored[g] = people.ignored[g] || range.excludes(people.areas[g]);
            if (!personIgnored[g]) {
                order[next++] = g;
            }
        }
        int counted = next;
        for (int g = 0; g < count; g++) {
            if (personIgnored[g]) {
                order[next++] = g;
            }
        }
        return counted;
    }

    private void matchDetection(int d) {
        int count = people.size();
        int row = d * count;
        int candidateCount = 0;
        for (int i = 0; i < count; i++) {
            int g = order[i];
            if (!(similarities[row + g] < lowestThreshold)) {
                candidates[candidateCount++] = g;
            }
        }
        for (int t = 0; t < thresholds.length; t++) {
            int m = bestPerson(t, row, candidateCount);
            if (m >= 0) {
                matchedPerson[t * detectionCount + d] = m;
                takenMasks[m] |= 1 << t;
                matchedMasks[d] |= people.ids[m] == 0 ? 0 : 1 << t;
                ignoredMasks[d] |= personIgnored[m] ? 1 << t : 0;
            }
        }
    }

    private int bestPerson(int t, int row, int candidateCount) {
        double best = thresholds[t];
        int m = -1;
        for (int i = 0; i < candidateCount; i++) {
            int g = candidates[i];
            if ((takenMasks[g] >> t & 1) != 0 && !people.crowd[g]) {
                continue;
            }
            if (m >= 0 && !personIgnored[m] && personIgnored[g]) {
                break;
            }
            if (similarities[row + g] < best) {
                continue;
            }
            best = similarities[row + g];
            m = g;
        }
        return m;
    }

    private void ensureCapacity(int peopleCount, int detectionSlots) {
        if (order.length < peopleCount) {
            order = new int[2 * peopleCount];
            candidates = new int[2 * peopleCount];
            takenMasks = new int[2 * peopleCount];
            personIgnored = new boolean[2 * peopleCount];
        }
        if (matchedMasks.length < detectionSlots) {
            matchedMasks = new int[detectionSlots];
            ignoredMasks = new int[detectionSlots];
            hasCandidates = new boolean[detectionSlots];
            matchedPerson = new int[detectionSlots * thresholds.length];
        }
        if (similarities.length < peopleCount * detectionSlots) {
            similarities = new double[2 * peopleCount * detectionSlots];
        }
    }
}
