package org.posewright.annotations.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;

class RecordPagesTest {

    private static final int POSITIONS = 5_000;

    /** Against a plain table: whatever is put, each snapshot keeps what was there when it was made. */
    @Test
    void snapshotsKeepWhatWasLoadedWhenTheyWereMade() {
        Random random = new Random(7);
        RecordPages pages = new RecordPages();
        Map<Integer, ImageRecord> plain = new TreeMap<>();
        for (int i = 0; i < POSITIONS; i++) {
            pages.addEmpty();
        }
        List<List<ImageRecord>> snapshots = new ArrayList<>();
        List<List<ImageRecord>> copies = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            // The second page stays empty for long, others fill up.
            for (int i = 0; i < 300; i++) {
                int position = random.nextInt(round < 50 ? 1_000 : POSITIONS);
                position += round < 50 && random.nextBoolean() ? 3_000 : 0;
                ImageRecord record = People.image(position, random.nextInt(3));
                pages.set(position, record);
                plain.put(position, record);
            }
            snapshots.add(pages.snapshot());
            copies.add(List.copyOf(plain.values()));
        }
        for (int i = 0; i < snapshots.size(); i++) {
            List<ImageRecord> snapshot = snapshots.get(i);
            assertThat(snapshot).hasSameSizeAs(copies.get(i));
            assertThat(List.copyOf(snapshot)).as("iterated").isEqualTo(copies.get(i));
            assertThat(snapshot.stream().toList()).as("streamed").isEqualTo(copies.get(i));
            for (int at = 0; at < snapshot.size(); at += 1 + random.nextInt(40)) {
                assertThat(snapshot.get(at)).isSameAs(copies.get(i).get(at));
            }
        }
    }

    @Test
    void aDatasetKeepsASnapshotWithoutCopyingIt() {
        RecordPages pages = new RecordPages();
        pages.addEmpty();
        pages.set(0, People.image(0, 1));
        List<ImageRecord> snapshot = pages.snapshot();
        DatasetFrame frame = People.frame();
        Dataset dataset = new Dataset(frame.name(), frame.root(), frame.skeleton(), frame.categoryNames(), snapshot);
        assertThat(dataset.images()).isSameAs(snapshot);
        assertThat(Objects.hash(dataset.images())).isEqualTo(Objects.hash(List.copyOf(snapshot)));
    }
}
