package org.posewright.annotations.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.EditSession;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.command.PersonEdits;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class CocoSaveTest {

    @TempDir
    Path folder;

    private Path root;
    private Path file;

    @BeforeEach
    void makeDataset() throws IOException {
        root = SavedDataset.createCoco(folder.resolve("coco"));
        file = root.resolve("annotations/person_keypoints_train.json");
    }

    private static ImageKey key(SavedDataset open, int index) {
        return open.store().keys().get(index);
    }

    private static void move(SavedDataset open, int image, long person, double x) {
        KeypointEdits edits =
                new KeypointEdits(open.store().frame().skeleton(), open.store().pointMemory());
        open.session().history().submit(edits.move(open.store().get(key(open, image)), person, 0, x, 22));
    }

    private static List<Long> ids(SavedDataset open, int image) {
        return open.store().get(key(open, image)).people().stream()
                .map(PersonInstance::id)
                .toList();
    }

    @Test
    void savingWithoutEditsLeavesTheFileAlone() throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.store().frame().skeleton().size()).isEqualTo(2);
            open.save();
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void oneMovedPointChangesOneNumber() throws IOException {
        String before = Files.readString(file);
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, 1, 21, 13.75);
            SaveOutcome outcome = open.save();
            assertThat(outcome.isComplete()).isTrue();
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            try (Stream<Path> staged = Files.list(open.session().folder().resolve("staging"))) {
                assertThat(staged).isEmpty();
            }
        }
        int annotation = before.indexOf("\"id\": 21");
        String expected =
                before.substring(0, annotation) + before.substring(annotation).replaceFirst("12\\.50", "13.75");
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void addedAndDeletedPeopleComeBackUnderTheirIds() throws IOException {
        String before = Files.readString(file);
        long added;
        try (SavedDataset open = SavedDataset.open(root)) {
            PersonEdits people = new PersonEdits(open.store().frame().skeleton(), open.store()::newPersonId);
            PersonInstance copied = open.store().get(key(open, 0)).people().get(0);
            open.session().history().submit(people.paste(open.store().get(key(open, 0)), List.of(copied), 1, 1));
            open.session().history().submit(people.delete(open.store().get(key(open, 2)), Set.of(30L)));
            added = ids(open, 0).get(1);
            assertThat(open.save().isComplete()).isTrue();
        }
        assertThat(Files.readString(file)).doesNotContain("\"id\": 30,");
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(ids(open, 0)).containsExactly(10L, added);
            assertThat(ids(open, 2)).containsExactly(31L);
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            assertThat(open.session().conflicts()).isEmpty();
            open.session().history().undo();
            open.session().history().undo();
            assertThat(open.save().isComplete()).isTrue();
            assertThat(ids(open, 2)).containsExactly(30L, 31L);
        }
        assertThat(Files.readString(file)).contains("\"id\": 30").hasSizeGreaterThan(before.length() / 2);
    }

    @Test
    void aLaterSaveKnowsTheFileThatAnEarlierOneWrote() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, 0, 10, 1.5);
            assertThat(open.save().isComplete()).isTrue();
            move(open, 2, 31, 2.5);
            assertThat(open.save().isComplete()).isTrue();
            move(open, 0, 10, 3.5);
            assertThat(open.save().isComplete()).isTrue();
        }
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            assertThat(open.session().history().undoSteps()).hasSize(3);
            assertThat(open.store()
                            .get(key(open, 2))
                            .person(31)
                            .orElseThrow()
                            .keypoints()
                            .x(0))
                    .isEqualTo(2.5);
        }
    }

    @Test
    void aFileChangedUnderneathIsAConflictWhereItMattersAndFollowedElsewhere() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, 0, 10, 1.5);
            move(open, 1, 20, 1.5);
            String text = Files.readString(file);
            Files.writeString(file, changed(changed(text, 10), 31));

            SaveOutcome outcome = open.save();
            assertThat(outcome.written()).isEmpty();
            assertThat(outcome.diskChanges()).singleElement();
            assertThat(open.session().conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.image()).isEqualTo(key(open, 0));
                assertThat(conflict.theirs().get(0).keypoints().x(0)).isEqualTo(77);
                assertThat(conflict.mine().get(0).keypoints().x(0)).isEqualTo(1.5);
                assertThat(conflict.base().get(0).keypoints().x(0)).isEqualTo(12.5);
            });
            assertThat(open.store()
                            .get(key(open, 2))
                            .person(31)
                            .orElseThrow()
                            .keypoints()
                            .x(0))
                    .isEqualTo(77);

            assertThat(open.save().written()).containsExactly(file);
            assertThat(Files.readString(file)).contains("77");
            open.session().keepMine(key(open, 0));
            assertThat(open.save().isComplete()).isTrue();
            assertThat(open.store().hasUnsavedEdits()).isFalse();
        }
        String saved = Files.readString(file);
        assertThat(saved.substring(saved.indexOf("\"id\": 10,"), saved.indexOf("\"id\": 20,")))
                .contains("[1.5, 22");
        assertThat(saved.substring(saved.indexOf("\"id\": 31,"))).contains("[77, 22");
    }

    private static String changed(String text, int id) {
        int annotation = text.indexOf("\"id\": " + id + ",");
        return text.substring(0, annotation) + text.substring(annotation).replaceFirst("12\\.50", "77");
    }

    private static void delete(SavedDataset open, int image, Long... people) {
        PersonEdits edits = new PersonEdits(open.store().frame().skeleton(), open.store()::newPersonId);
        open.session().history().submit(edits.delete(open.store().get(key(open, image)), Set.of(people)));
        assertThat(open.save().isComplete()).isTrue();
    }

    @Test
    void undoOfRemovalsThatWereSavedBringsTheFileBackByteForByte() throws IOException {
        String before = Files.readString(file);
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 0, 2))) {
            try (SavedDataset open = SavedDataset.open(root)) {
                for (int image : order) {
                    delete(open, image, ids(open, image).toArray(Long[]::new));
                }
            }
            assertThat(Files.readString(file)).contains("\"annotations\": []");
            try (SavedDataset open = SavedDataset.open(root)) {
                order.forEach(image -> open.session().history().undo());
                assertThat(open.save().isComplete()).isTrue();
                assertThat(open.store().hasUnsavedEdits()).isFalse();
            }
            assertThat(Files.readString(file)).isEqualTo(before);
        }
    }

    @Test
    void eachOfSeveralRemovalsGoesBackToItsPlace() throws IOException {
        String before = Files.readString(file);
        try (SavedDataset open = SavedDataset.open(root)) {
            delete(open, 0, 10L);
            delete(open, 1, 20L);
            delete(open, 1, 21L);
            for (int i = 0; i < 3; i++) {
                open.session().history().undo();
                assertThat(open.save().isComplete()).isTrue();
            }
            assertThat(Files.readString(file)).isEqualTo(before);
            delete(open, 2, 30L);
            open.session().history().undo();
            delete(open, 0, 10L);
            assertThat(Files.readString(file)).contains("\"id\": 30, ").doesNotContain("\"id\": 10, ");
        }
    }

    @Test
    void aReturningPersonThatWasEditedDiffersInTheEditedNumberOnly() throws IOException {
        String before = Files.readString(file);
        try (SavedDataset open = SavedDataset.open(root)) {
            delete(open, 2, 30L);
            open.session().history().undo();
            move(open, 2, 30, 99.5);
            assertThat(open.save().isComplete()).isTrue();
        }
        int annotation = before.indexOf("\"id\": 30");
        assertThat(Files.readString(file))
                .isEqualTo(before.substring(0, annotation)
                        + before.substring(annotation).replaceFirst("12\\.50", "99.5"));
    }

    @Test
    void aRecordOfRemovalsThatWasCutShortIsNoObstacle() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            delete(open, 2, 30L);
            Path folder = open.session().folder().resolve("removed");
            try (Stream<Path> kept = Files.list(folder)) {
                Path only = kept.findFirst().orElseThrow();
                String text = Files.readString(only);
                Files.writeString(only, text.substring(0, text.length() / 2));
            }
            delete(open, 2, 31L);
            open.session().history().undo();
            open.session().history().undo();
            assertThat(open.save().isComplete()).isTrue();
        }
        assertThat(Files.readString(file)).contains("\"id\": 30, ").contains("\"id\": 31, ");
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.session().conflicts()).isEmpty();
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            assertThat(ids(open, 2)).containsExactlyInAnyOrder(30L, 31L);
        }
    }

    @Test
    void aPictureThatIsReadAfterASaveOfItsFileCanBeSavedToo() throws IOException {
        DatasetSource source = new DatasetRecognizer().open(root);
        EditableDataset dataset =
                EditableDataset.open(source, root.resolveSibling("user-data"), InstantSource.system());
        try (EditSession session = dataset.session()) {
            KeypointEdits edits = new KeypointEdits(
                    session.store().frame().skeleton(), session.store().pointMemory());
            for (ImageEntry entry : source.entries()) {
                dataset.loaded(List.of(source.load(entry)));
                assertThat(session.conflicts()).isEmpty();
                long person = session.store().get(entry.key()).people().get(0).id();
                session.history().submit(edits.move(session.store().get(entry.key()), person, 0, 3.25, 22));
                SaveJob job = dataset.prepareSave();
                job.begin();
                SaveOutcome outcome = job.run(ProgressListener.NONE, CancellationToken.NONE);
                dataset.endSave(job, outcome);
                assertThat(outcome.isComplete()).isTrue();
            }
        }
        assertThat(Files.readString(file).split("3\\.25, 22\\.0", -1)).hasSize(4);
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.session().conflicts()).isEmpty();
            assertThat(open.store().hasUnsavedEdits()).isFalse();
        }
    }
}
