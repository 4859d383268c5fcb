package org.posewright.annotations.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.SharedData;

/** Opening, editing and saving copies of the reference datasets. */
class SharedDataSaveTest {

    @TempDir
    Path folder;

    private Path copy(String name) throws IOException {
        Path from = SharedData.folder(name);
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
                assertThat(to.toFile().setWritable(true)).isTrue();
            }
        }
        return root;
    }

    private static Map<String, String> labels(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith(".posewright") && (name.endsWith(".txt") || name.endsWith(".json"))) {
                    contents.put(name, Files.readString(file));
                }
            }
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco8-pose", "coco-pose-mini", "coco-pose-mini/annotations/person_keypoints_val2017.json"})
    void oneMovedPointChangesOneLineOfOneFileAndNoEditChangesNone(String place) throws IOException {
        Path root = copy(place.contains("/") ? place.substring(0, place.indexOf('/')) : place);
        Path opened = folder.resolve(place);
        Map<String, String> before = labels(root);
        try (SavedDataset open = SavedDataset.open(opened)) {
            assertThat(open.save().written()).isEmpty();
            assertThat(labels(root)).isEqualTo(before);
            KeypointEdits edits = new KeypointEdits(
                    open.store().frame().skeleton(), open.store().pointMemory());
            ImageRecord image = open.store().snapshot().images().stream()
                    .filter(candidate -> firstLabeled(candidate) >= 0)
                    .findFirst()
                    .orElseThrow();
            PersonInstance person = image.people().get(0);
            open.session().history().submit(edits.nudge(image, person.id(), firstLabeled(image), 0.5, 0));
            SaveOutcome outcome = open.save();
            assertThat(outcome.isComplete()).isTrue();
            assertThat(outcome.written()).hasSize(1);
        }
        Map<String, String> after = labels(root);
        List<String> changed = new ArrayList<>(before.keySet());
        changed.removeIf(name -> after.get(name).equals(before.get(name)));
        assertThat(changed).hasSize(1);
        assertThat(differentTokens(before.get(changed.get(0)), after.get(changed.get(0))))
                .isEqualTo(1);
        try (SavedDataset open = SavedDataset.open(opened)) {
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            assertThat(open.session().history().canUndo()).isTrue();
        }
    }

    /** Index of the first labelled point of the first person; -1 when there is none. */
    private static int firstLabeled(ImageRecord image) {
        if (image.people().isEmpty()) {
            return -1;
        }
        PersonInstance person = image.people().get(0);
        for (int i = 0; i < person.keypoints().size(); i++) {
            if (person.keypoints().isLabeled(i)) {
                return i;
            }
        }
        return -1;
    }

    private static int differentTokens(String before, String after) {
        String[] old = before.split("[\\s,]+");
        String[] now = after.split("[\\s,]+");
        assertThat(now).hasSameSizeAs(old);
        int count = 0;
        for (int i = 0; i < old.length; i++) {
            count += old[i].equals(now[i]) ? 0 : 1;
        }
        return count;
    }
}
