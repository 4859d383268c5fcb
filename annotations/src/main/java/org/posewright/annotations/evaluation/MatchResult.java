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

    /** People of an area range that count in a picture and category. */
    public int countedPeople(int areaIndex, int block) {
        return countedPeople[areaIndex][block];
    }

    /** Detections of a block that are right at a threshold. */
    public int truePositives(int areaIndex, int threshold, int block) {
        return count(areaIndex, threshold, block, true);
    }

    /** Detections of a block that are wrong at a threshold. */
    public int falsePositives(int areaIndex, int threshold, int block) {
        return count(areaIndex, threshold, block, false);
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

    private int count(int areaIndex, int threshold, int block, boolean right) {
        int count = 0;
        for (int s = slots.offsets()[block]; s < slots.offsets()[block + 1]; s++) {
            boolean isMatched = (matched[areaIndex][s] >> threshold & 1) != 0;
            boolean isIgnored = (ignored[areaIndex][s] >> threshold & 1) != 0;
            count += !isIgnored && isMatched == right ? 1 : 0;
        }
        return count;
    }
}
