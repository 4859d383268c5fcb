package org.posewright.annotations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OksPropertyTest {

    /** The short cut that spares exponentials must never change a decision. */
    @Property(tries = 500)
    void aPairThatReachesTheThresholdIsNeverPruned(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int tenths) {
        RandomEvaluationCase made = new RandomEvaluationCase(seed & 0xFFFFFF);
        Oks oks = made.parameters().oks();
        for (int b = 0; b < made.input().axes().blockCount(); b++) {
            GroundTruthBlock people = made.input().truth().block(b);
            DetectionBlock detections = made.input().detections().block(b);
            for (int d = 0; d < detections.size(); d++) {
                for (int g = 0; g < people.size(); g++) {
                    double threshold = tenths / 10.0;
                    boolean pruned = oks.isCertainlyBelow(threshold, detections, d, people, g, oks.inverseVariances());
                    if (pruned) {
                        assertThat(oks.similarity(detections, d, people, g)).isLessThan(threshold);
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    void pairwiseSumsAgreeWithPlainOnes(@ForAll long seed, @ForAll @IntRange(max = 1100) int count) {
        double[] values = new SplittableRandom(seed).doubles(count).toArray();
        assertThat(PairwiseSum.of(values, count))
                .isCloseTo(Arrays.stream(values).sum(), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Property(tries = 200)
    void ordersAreStableAndDescending(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        double[] scores =
                new SplittableRandom(seed).ints(count, 0, 9).asDoubleStream().toArray();
        int[] expected = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(ScoreOrder.stableDescending(scores, count)).isEqualTo(expected);
    }
}
