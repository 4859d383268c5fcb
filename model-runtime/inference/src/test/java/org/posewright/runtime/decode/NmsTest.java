package org.posewright.runtime.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NmsTest {

    @Test
    void overlapAboveTheLimitFallsAndAtTheLimitStands() {
        // Boxes of 100 x 100 moved by 60: overlap 4000, union 16000, IoU exactly 0.25.
        CandidateRows rows = rows(new float[][] {{0, 0, 100, 100, 0.9f, 0}, {60, 0, 160, 100, 0.8f, 0}});
        assertThat(suppress(rows, 0.25, false)).containsExactly(0, 1);
        assertThat(suppress(rows, 0.2499, false)).containsExactly(0);
    }

    @Test
    void classesKeepApartUnlessAgnostic() {
        CandidateRows rows = rows(new float[][] {{0, 0, 10, 10, 0.9f, 0}, {0, 0, 10, 10, 0.8f, 1}});
        assertThat(suppress(rows, 0.5, false)).containsExactly(0, 1);
        assertThat(suppress(rows, 0.5, true)).containsExactly(0);
    }

    @Test
    void emptyBoxesLeaveEachOtherAlone() {
        CandidateRows rows = rows(new float[][] {{5, 5, 5, 5, 0.9f, 0}, {5, 5, 5, 5, 0.8f, 0}});
        assertThat(suppress(rows, 0.5, false)).containsExactly(0, 1);
    }

    @Test
    void aSuppressedCandidateSuppressesNobody() {
        CandidateRows rows =
                rows(new float[][] {{0, 0, 100, 100, 0.9f, 0}, {30, 0, 130, 100, 0.8f, 0}, {60, 0, 160, 100, 0.7f, 0}});
        assertThat(suppress(rows, 0.5, false)).containsExactly(0, 2);
    }

    @Property(tries = 200)
    void equalsTheNaiveAlgorithm(
            @ForAll @IntRange(min = 0, max = 60) int count,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double limit,
            @ForAll @IntRange(min = 1, max = 70) int maxKept,
            @ForAll boolean agnostic) {
        Random random = new Random(seed);
        float[][] boxes = new float[count][];
        for (int i = 0; i < count; i++) {
            // Whole numbers and few scores make ties and equal boxes frequent.
            float x = random.nextInt(20);
            float y = random.nextInt(20);
            boxes[i] = new float[] {
                x, y, x + random.nextInt(12), y + random.nextInt(12), (1 + random.nextInt(8)) / 8f, random.nextInt(3)
            };
        }
        CandidateRows rows = rows(boxes);
        int[] all = IntStream.range(0, count).toArray();
        assertThat(Nms.suppress(rows, all, limit, agnostic, maxKept))
                .containsExactly(naive(rows, limit, agnostic, maxKept).stream()
                        .mapToInt(i -> i)
                        .toArray());
    }

    /** Straight from the definition: go down the list, keep what overlaps no kept one too much. */
    private static List<Integer> naive(CandidateRows rows, double limit, boolean agnostic, int maxKept) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < rows.size() && kept.size() < maxKept; i++) {
            int candidate = i;
            boolean falls = kept.stream()
                    .anyMatch(k -> (agnostic || rows.classIndex(k) == rows.classIndex(candidate))
                            && iou(rows, k, candidate) > limit);
            if (!falls) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static float iou(CandidateRows r, int a, int b) {
        float w = Math.min(r.right(a), r.right(b)) - Math.max(r.left(a), r.left(b));
        float h = Math.min(r.bottom(a), r.bottom(b)) - Math.max(r.top(a), r.top(b));
        float overlap = w <= 0 || h <= 0 ? 0 : w * h;
        float areaA = (r.right(a) - r.left(a)) * (r.bottom(a) - r.top(a));
        float areaB = (r.right(b) - r.left(b)) * (r.bottom(b) - r.top(b));
        return overlap / (areaA + areaB - overlap);
    }

    private static int[] suppress(CandidateRows rows, double limit, boolean agnostic) {
        return Nms.suppress(rows, IntStream.range(0, rows.size()).toArray(), limit, agnostic, 300);
    }

    /** Rows of left, top, right, bottom, score, class. */
    static CandidateRows rows(float[][] boxes) {
        CandidateCollector collector = new CandidateCollector(0);
        for (float[] b : boxes) {
            collector.add(b[4], (int) b[5], new CandidateCollector.Corners(b[0], b[1], b[2], b[3]), new float[0], 0, 1);
        }
        return collector.sorted(30_000);
    }
}
