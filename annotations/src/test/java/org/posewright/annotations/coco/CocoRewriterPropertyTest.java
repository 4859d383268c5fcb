package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.storage.AtomicFiles;

/** Random documents of random layout, random edits: what is read back is what was meant, and all else is the same text. */
class CocoRewriterPropertyTest {

    private static Path folder = Path.of("");

    private final ObjectMapper mapper = new ObjectMapper();

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("rewriter");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("file.json"));
        Files.delete(folder);
    }

    @Property(tries = 300)
    void editsAreExact(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        RandomCoco document = new RandomCoco(random);
        Path path = folder.resolve("file.json");
        Files.write(path, document.text().getBytes(StandardCharsets.UTF_8));
        CocoFile before = new CocoReader().read(path);
        assertThat(before.findings()).isEmpty();
        Map<Long, List<PersonInstance>> people = edited(before, random);
        CocoEdits edits = new CocoRewriter(new AtomicFiles()).rewrite(before, people);

        CocoFile after = new CocoReader().read(path);
        assertThat(after.findings()).isEmpty();
        assertThat(meaning(after)).isEqualTo(expected(before, people, edits));
        assertUntouched(document.text(), Files.readString(path), edits);
    }

    private static Map<Long, List<PersonInstance>> edited(CocoFile file, Random random) {
        Map<Long, List<PersonInstance>> people = new LinkedHashMap<>();
        long next = file.nextPersonId();
        for (CocoImage image : file.images()) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            List<PersonInstance> now = new ArrayList<>();
            for (PersonInstance person : file.people(image.id())) {
                switch (random.nextInt(4)) {
                    case 0 -> now.add(person);
                    case 1 ->
                        now.add(person.withBox(
                                new Box(random.nextInt(9), person.box().y(), random.nextDouble(), 2)));
                    case 2 -> now.add(person.withKeypoint(random.nextInt(RandomCoco.POINTS), point(random)));
                    default -> {}
                }
            }
            for (int i = random.nextInt(3) - 1; i > 0; i--) {
                now.add(PersonInstance.added(
                        next++,
                        0,
                        new Box(1, 2, 3, random.nextDouble()),
                        RandomCoco.unlabeled().with(0, point(random))));
            }
            people.put(image.id(), now);
        }
        return people;
    }

    private static Keypoint point(Random random) {
        return new Keypoint(
                random.nextInt(4), random.nextDouble() * 100, Visibility.ofFlag(random.nextInt(3)), Provenance.HUMAN);
    }

    /** What a file means: places of unlabelled points and origins of points are no part of it. */
    private static Map<Long, List<String>> meaning(CocoFile file) {
        Map<Long, List<String>> meaning = new LinkedHashMap<>();
        file.images().forEach(image -> meaning.put(image.id(), texts(file.people(image.id()))));
        return meaning;
    }

    private static Map<Long, List<String>> expected(
            CocoFile before, Map<Long, List<PersonInstance>> people, CocoEdits edits) {
        Map<Long, List<String>> meaning = new LinkedHashMap<>();
        for (CocoImage image : before.images()) {
            meaning.put(image.id(), texts(people.getOrDefault(image.id(), before.people(image.id()))));
        }
        assertThat(edits.added()).allSatisfy(added -> assertThat(added.annotationId())
                .isEqualTo(added.person().id()));
        return meaning;
    }

    private static List<String> texts(List<PersonInstance> people) {
        return people.stream()
                .map(person -> {
                    StringBuilder text = new StringBuilder(person.id() + " " + person.box() + person.crowd());
                    for (int k = 0; k < person.keypoints().size(); k++) {
                        boolean labeled = person.keypoints().isLabeled(k);
                        text.append(' ')
                                .append(labeled ? person.keypoints().get(k).x() : 0);
                        text.append(' ')
                                .append(labeled ? person.keypoints().get(k).y() : 0);
                        text.append(' ').append(person.keypoints().visibility(k));
                    }
                    return text.toString();
                })
                .toList();
    }

    /** Compares with an independent parser: all but the edited annotations, and in these all but the edited keys. */
    private void assertUntouched(String before, String after, CocoEdits edits) throws IOException {
        JsonNode old = mapper.readTree(before.replace("\uFEFF", ""));
        JsonNode now = mapper.readTree(after.replace("\uFEFF", ""));
        for (String key : List.of("info", "images", "categories", "extra")) {
            assertThat(now.get(key)).isEqualTo(old.get(key));
        }
        List<Long> changed = edits.changed().stream().map(c -> c.before().id()).toList();
        List<Long> removed = edits.removed().stream().map(PersonInstance::id).toList();
        int row = 0;
        for (JsonNode annotation : old.get("annotations")) {
            long id = annotation.get("id").asLong();
            if (removed.contains(id)) {
                continue;
            }
            JsonNode other = now.get("annotations").get(row++);
            assertThat(other.get("segmentation")).isEqualTo(annotation.get("segmentation"));
            assertThat(other.get("note")).isEqualTo(annotation.get("note"));
            assertThat(other.get("area")).isEqualTo(annotation.get("area"));
            if (!changed.contains(id)) {
                assertThat(other).isEqualTo(annotation);
                assertThat(after).contains(RandomCoco.elementText(before, id));
            }
        }
        assertThat(now.get("annotations").size()).isEqualTo(row + edits.added().size());
        assertThat(after).startsWith(before.substring(0, before.indexOf("\"annotations\"")));
        assertThat(after).endsWith(before.substring(before.indexOf("\"extra\"")));
    }
}
