package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.AtomicFiles;

/** Damaged files: reading tells and never throws, and what can be edited is saved exactly. */
class CocoFuzzTest {

    private static final String JUNK = "{}[]\",:0123456789-.eE+\\ \n\u0000ntfNIu\u00ff";

    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("file.json"));
        Files.delete(folder);
    }

    @Property(tries = 300)
    void damagedAnnotationFilesOpenAndSave(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path path = folder.resolve("file.json");
        Files.write(path, damaged(new RandomCoco(random).text().getBytes(StandardCharsets.UTF_8), random));
        CocoFile file = new CocoReader().read(path);
        if (!file.isComplete()) {
            assertThat(file.findings()).isNotEmpty();
        }
        for (CocoImage image : file.images()) {
            List<PersonInstance> people = file.people(image.id());
            if (!people.isEmpty()) {
                Box wanted = new Box(1.25, 2, 3, random.nextDouble());
                List<PersonInstance> edited = new ArrayList<>(people);
                edited.set(0, people.get(0).withBox(wanted));
                new CocoRewriter(new AtomicFiles()).rewrite(file, Map.of(image.id(), edited));
                List<PersonInstance> back = new CocoReader().read(path).people(image.id());
                assertThat(back).hasSameSizeAs(people);
                assertThat(back.get(0).box()).isEqualTo(wanted);
                return;
            }
        }
    }

    @Property(tries = 300)
    void damagedResultsFilesAreToldOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 5; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"image_id\":")
                    .append(i)
                    .append(",\"category_id\":1,\"bbox\":[1,2,3.5,4],\"keypoints\":[")
                    .append("1.5,2e1,0.25,-3,4,1],\"score\":0.")
                    .append(i)
                    .append('}');
        }
        byte[] whole = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve("file.json");
        Files.write(path, damaged(whole, random));
        try {
            CocoResults results = new ResultsReader().read(path);
            assertThat(results.keypoints()).hasSize(results.size() * results.valuesPerDetection());
            assertThat(results.keypoints()).doesNotContain(Double.NaN);
            assertThat(results.scores()).doesNotContain(Double.NaN);
        } catch (CocoException refused) {
            assertThat(refused).hasMessageContaining("not a COCO results file");
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) JUNK.charAt(random.nextInt(JUNK.length()));
                case 1 -> damaged[at] = (byte) random.nextInt(256);
                case 2 -> damaged = splice(damaged, at, Math.min(damaged.length, at + random.nextInt(9)), new byte[0]);
                default ->
                    damaged = splice(
                            damaged,
                            at,
                            at,
                            JUNK.substring(random.nextInt(JUNK.length())).getBytes(StandardCharsets.UTF_8));
            }
            if (damaged.length == 0) {
                return damaged;
            }
        }
        return damaged;
    }

    private static byte[] splice(byte[] bytes, int start, int end, byte[] text) {
        byte[] result = new byte[bytes.length - (end - start) + text.length];
        System.arraycopy(bytes, 0, result, 0, start);
        System.arraycopy(text, 0, result, start, text.length);
        System.arraycopy(bytes, end, result, start + text.length, bytes.length - end);
        return result;
    }
}
