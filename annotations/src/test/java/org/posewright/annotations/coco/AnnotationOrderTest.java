package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnnotationOrderTest {

    private static RemovedAnnotation removed(long id, OptionalLong after) {
        return new RemovedAnnotation(id, after, new byte[0], new byte[0], new byte[0]);
    }

    private static long[] array(List<Long> ids) {
        return ids.stream().mapToLong(id -> id).toArray();
    }

    /** Whatever goes in whichever order: all of them together stand as before. */
    @Property(tries = 300)
    void removalsInAnyOrderAreTakenBack(@ForAll @IntRange(min = 1, max = 12) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Long> all = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            all.add(id * 7 % 101);
        }
        Collections.shuffle(all, random);
        List<Long> present = new ArrayList<>(all);
        List<RemovedAnnotation> removals = new ArrayList<>();
        for (int i = random.nextInt(count + 1); i > 0; i--) {
            int element = random.nextInt(present.size());
            OptionalLong after = element == 0 ? OptionalLong.empty() : OptionalLong.of(present.get(element - 1));
            removals.add(removed(present.remove(element), after));
        }
        assertThat(new AnnotationOrder(array(present), removals).ids()).isEqualTo(all);
    }

    @Test
    void onesThatCameBackStayWhereTheyAreAndUnknownPlacesAreTheEnd() {
        List<RemovedAnnotation> removals = List.of(
                removed(5, OptionalLong.of(1)), removed(9, OptionalLong.of(77)), removed(2, OptionalLong.empty()));
        assertThat(new AnnotationOrder(new long[] {1, RawAnnotation.NO_ID, 3, 5}, removals).ids())
                .containsExactly(2L, 1L, 3L, 5L, 9L);
    }
}
