package org.posewright.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageSize;
import org.posewright.runtime.decode.CandidateRows;
import org.posewright.runtime.decode.OutputLayout;
import org.posewright.runtime.decode.PoseHead;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.preprocess.InputSize;
import org.posewright.runtime.preprocess.Letterbox;
import org.posewright.runtime.preprocess.LetterboxOptions;

class PredictionCacheTest {

    @TempDir
    private Path folder;

    private final CacheKey key = key("00ff");

    @Test
    void candidatesComeBackExactly() {
        PredictionCache cache = new PredictionCache(folder.resolve("deep/cache"), 1 << 20);
        PredictionCandidates candidates = candidates(7);
        assertThat(cache.find(key)).isEmpty();
        cache.store(key, candidates);
        assertThat(cache.find(key)).contains(candidates);
        assertThat(new PredictionCache(folder.resolve("deep/cache"), 1 << 20).find(key))
                .contains(candidates);
        cache.store(key, candidates(0));
        assertThat(cache.find(key)).contains(candidates(0));
    }

    @Test
    void otherModelPictureOrSettingsMiss() {
        PredictionCache cache = new PredictionCache(folder, 1 << 20);
        cache.store(key, candidates(3));
        assertThat(cache.find(new CacheKey("other", key.imageHash(), key.settings())))
                .isEmpty();
        assertThat(cache.find(new CacheKey(key.modelHash(), "ffff", key.settings())))
                .isEmpty();
        assertThat(cache.find(new CacheKey(key.modelHash(), key.imageHash(), "rect 640")))
                .isEmpty();
    }

    @Test
    void everyDamageIsAMiss() throws IOException {
        PredictionCache cache = new PredictionCache(folder, 1 << 20);
        cache.store(key, candidates(5));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThat(cache.find(key)).isEmpty();
        }
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(cache.find(key)).isEmpty();
        }
        Files.write(file, whole);
        assertThat(cache.find(key)).isPresent();
    }

    @Test
    void theLeastRecentlyUsedGoFirst() throws IOException {
        PredictionCache unlimited = new PredictionCache(folder, Long.MAX_VALUE);
        unlimited.store(key("0000"), candidates(10));
        long entryBytes = Files.size(files().get(0));
        PredictionCache cache = new PredictionCache(folder, entryBytes * 4 + entryBytes / 2);
        cache.store(key("0101"), candidates(10));
        cache.store(key("0202"), candidates(10));
        cache.store(key("0303"), candidates(10));
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        }
        assertThat(cache.find(key("0000"))).isPresent();
        cache.store(key("0404"), candidates(10));
        assertThat(files()).hasSize(3);
        assertThat(cache.find(key("0000"))).isPresent();
        assertThat(cache.find(key("0404"))).isPresent();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlySpeed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        PredictionCache cache = new PredictionCache(file, 1 << 20);
        cache.store(key, candidates(1));
        assertThat(cache.find(key)).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static CacheKey key(String imageHash) {
        return new CacheKey("model", imageHash, "fixed 640x640");
    }

    private static PredictionCandidates candidates(int count) {
        PoseHead head = new PoseHead(1, 2, 3, OutputLayout.RAW);
        Random random = new Random(count);
        float[] scores = new float[count];
        float[] corners = new float[4 * count];
        float[] keypoints = new float[6 * count];
        for (int i = 0; i < count; i++) {
            scores[i] = 1f / (i + 1);
        }
        for (int i = 0; i < keypoints.length; i++) {
            keypoints[i] = random.nextFloat();
        }
        CandidateRows rows = CandidateRows.ofSorted(scores, new int[count], corners, keypoints, 6);
        Letterbox letterbox = Letterbox.fit(new ImageSize(333, 500), InputSize.square(640), LetterboxOptions.fixed(32));
        return new PredictionCandidates(rows, head, letterbox, 0.01);
    }
}
