package org.posewright.annotations.evaluation;

/**
 * Who matched whom in one picture, category and area range, at every threshold, with all similarities. Made on demand for display
 * and for comparison with pycocotools; an evaluation keeps only what accumulation needs.
 *
 * @param similarities OKS of [detection][person], people in file order
 * @param matchedPerson [threshold][detection]: index of the person, or -1
 * @param detectionIgnored [threshold][detection]: counts neither as right nor as wrong
 * @param personIgnored [person]: crowd, without labelled points, or outside the area range
 * @param peopleOrder the order in which people were offered to each detection: counted ones first
 */
public record MatchTable(
        GroundTruthBlock people,
        DetectionBlock detections,
        double[][] similarities,
        int[][] matchedPerson,
        boolean[][] detectionIgnored,
        boolean[] personIgnored,
        int[] peopleOrder) {

    /** Matches one picture and category. */
    public static MatchTable of(
            GroundTruthBlock people, DetectionBlock detections, EvaluationParameters parameters, AreaRange range) {
        BlockMatcher matcher = new BlockMatcher(parameters);
        matcher.load(people, detections);
        matcher.match(range);
        int count = matcher.detectionCount();
        int thresholds = parameters.thresholdCount();
        int[][] matched = new int[thresholds][count];
        boolean[][] ignored = new boolean[thresholds][count];
        for (int t = 0; t < thresholds; t++) {
            for (int d = 0; d < count; d++) {
                matched[t][d] = matcher.matchedPerson(t, d);
                ignored[t][d] = (matcher.ignoredMask(d) >> t & 1) != 0;
            }
        }
        boolean[] personIgnored = new boolean[people.size()];
        for (int g = 0; g < people.size(); g++) {
            personIgnored[g] = matcher.isPersonIgnored(g);
        }
        double[][] similarities = similarities(people, detections, count, parameters.oks());
        return new MatchTable(people, detections, similarities, matched, ignored, personIgnored, matcher.peopleOrder());
    }

    private static double[][] similarities(GroundTruthBlock people, DetectionBlock detections, int count, Oks oks) {
        double[][] similarities = new double[count][people.size()];
        for (int d = 0; d < count; d++) {
            for (int g = 0; g < people.size(); g++) {
                similarities[d][g] = oks.similarity(detections, d, people, g);
            }
        }
        return similarities;
    }

    public int detectionCount() {
        return similarities.length;
    }

    /** The last detection that took a person at a threshold, or -1; a crowd may have been taken by several. */
    public int matchedDetection(int threshold, int person) {
        for (int d = detectionCount() - 1; d >= 0; d--) {
            if (matchedPerson[threshold][d] == person) {
                return d;
            }
        }
        return -1;
    }
}
