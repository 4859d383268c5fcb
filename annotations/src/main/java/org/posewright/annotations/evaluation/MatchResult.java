package org.posewright.annotations.evaluation;

/**
 * The first stage's result: of each detection that counts, at which thresholds it is right, wrong or ignored. {@link MatchTable}
 * gives the people behind it for one picture.
 */
public final class MatchResult {

    final DetectionSlots slots;
    /** [area range][slot]: bit t = has a match at threshold t. */
    final int[][] matched;
    /** [area range][slot]: bit t = ignored at threshold t. */
    final int[][] ignored;
    /** [area range][block]: people that count. */
    final int[][] countedPeople;

    MatchResult(DetectionSlots slots, int[][] matched, int[][] ignored, int[][] countedPeople) {
        this.slots = slots;
        this.matched = matched;
        this.ignored = ignored;
        this.countedPeople = countedPeople;
    }

    /** These matches with every wrong detection ignored at its threshold. */
    public MatchResult withoutFalsePositives() {
        int[][] allIgnored = new int[ignored.length][];
        for (int a = 0; a < ignored.length; a++) {
            allIgnored[a] = new int[ignored[a].length];
            for (int s = 0; s < allIgnored[a].length; s++) {
                allIgnored[a][s] = ignored[a][s] | ~matched[a][s];
            }
        }
        return new MatchResult(slots, matched, allIgnored, countedPeople);
    }

    /**
     * AP over all areas when each picture counts several times.
     *
     * @param weights one for each picture
     * @return -1 when nobody counts
     */
    public double weightedAveragePrecision(EvaluationAxes axes, EvaluationParameters parameters, int[] weights) {
        return new WeightedAccumulator(parameters, axes, this).averagePrecision(weights);
    }
}
