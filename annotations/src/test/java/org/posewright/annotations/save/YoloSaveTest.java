package org.posewright.annotations.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.LabelConflict;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.command.PersonEdits;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.storage.FullDisk;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class YoloSaveTest {

    private static final ImageKey ONE = new ImageKey("images/train/000.bmp");
    private static final ImageKey TWO = new ImageKey("images/train/001.bmp");
    private static final ImageKey THREE = new ImageKey("images/train/002.bmp");
    private static final ImageKey UNLABELLED = new ImageKey("images/train/003.bmp");

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void makeDataset() throws IOException {
        root = SavedDataset.createYolo(folder.resolve("data set ü"));
    }

    private Path labels(ImageKey key) {
        return root.resolve(key.path().replace("images", "labels").replace("bmp", "txt"));
    }

    private Map<String, String> labelFiles() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("labels"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static long firstId(SavedDataset open, ImageKey key) {
        return open.store().get(key).people().get(0).id();
    }

    private static void move(SavedDataset open, ImageKey key, double x, double y) {
        KeypointEdits edits =
                new KeypointEdits(open.store().frame().skeleton(), open.store().pointMemory());
        open.session().history().submit(edits.move(open.store().get(key), firstId(open, key), 0, x, y));
    }

    @Test
    void savingWithoutEditsWritesNothing() throws IOException {
        Map<String, String> before = labelFiles();
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.plan().isEmpty()).isTrue();
            SaveOutcome outcome = open.save();
            assertThat(outcome.written()).isEmpty();
        }
        assertThat(labelFiles()).isEqualTo(before);
    }

    @Test
    void onlyTheFileAndTheNumbersThatChangedAreWrittenAndThePreviewSaysWhich() throws IOException {
        Map<String, String> before = labelFiles();
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, TWO, 63, 39);
            SavePlan plan = open.plan();
            assertThat(plan.files()).containsExactly(labels(TWO));
            PersonDifference person = plan.images().get(0).people().get(0);
            assertThat(person.joints()).singleElement().satisfies(joint -> {
                assertThat(joint.index()).isZero();
                assertThat(joint.movedPixels()).isCloseTo(5, within(1e-9));
                assertThat(joint.flagChanged()).isFalse();
            });
            assertThat(person.boxChanged()).isFalse();
            SaveOutcome outcome = open.save();
            assertThat(outcome.isComplete()).isTrue();
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            assertThat(open.session().history().isAtSavedMark()).isTrue();
            Path backups = open.session().folder().resolve("backups");
            try (Stream<Path> kept = Files.walk(backups)) {
                assertThat(kept.filter(Files::isRegularFile).toList())
                        .singleElement()
                        .satisfies(copy -> assertThat(copy).hasContent(before.get("001.txt")));
            }
        }
        Map<String, String> after = labelFiles();
        assertThat(after.get("000.txt")).isEqualTo(before.get("000.txt"));
        assertThat(after.get("002.txt")).isEqualTo(before.get("002.txt"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        String[] rows = after.get("001.txt").split("\n");
        assertThat(rows[1]).isEqualTo(SavedDataset.ROW);
        assertThat(rows[0]).isEqualTo(SavedDataset.ROW.replaceFirst("0\\.300 0\\.350 2", "0.315000 0.390000 2"));
    }

    @Test
    void aPictureWithoutLabelsGetsItsFileAndTheLastPersonGoneLeavesAnEmptyOne() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            PersonEdits people = new PersonEdits(open.store().frame().skeleton(), open.store()::newPersonId);
            Keypoints points = open.store().get(ONE).people().get(0).keypoints();
            open.session()
                    .history()
                    .submit(people.add(open.store().get(UNLABELLED), 0, new Box(10, 20, 30, 40), points));
            open.session().history().submit(people.delete(open.store().get(ONE), Set.of(firstId(open, ONE))));
            SavePlan plan = open.plan();
            assertThat(plan.images().get(0).people().get(0).isAdded()).isTrue();
            assertThat(plan.images().get(1).people().get(0).isRemoved()).isTrue();
            assertThat(open.save().failures()).isEmpty();
        }
        assertThat(Files.readString(labels(UNLABELLED)))
                .startsWith("0 0.125000 0.400000 0.150000 0.400000 ")
                .endsWith("\n");
        assertThat(labels(ONE)).isEmptyFile();
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.store().get(UNLABELLED).people()).hasSize(1);
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            open.session().history().undo();
            open.session().history().undo();
            assertThat(open.store().get(ONE).people()).hasSize(1);
            assertThat(open.save().isComplete()).isTrue();
        }
        assertThat(Files.readString(labels(ONE))).startsWith("0 0.500000 0.500000 0.250000 0.500000 ");
        assertThat(labels(UNLABELLED)).isEmptyFile();
    }

    @Test
    void peopleKeepTheirIdsThroughDeletionSaveRestartAndUndo() throws IOException {
        List<Long> ids;
        try (SavedDataset open = SavedDataset.open(root)) {
            ids = ids(open, THREE);
            PersonEdits people = new PersonEdits(open.store().frame().skeleton(), open.store()::newPersonId);
            open.session().history().submit(people.delete(open.store().get(THREE), Set.of(ids.get(0))));
            open.save();
            move(open, THREE, 1.5, 2.5);
            open.save();
        }
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(ids(open, THREE)).isEqualTo(ids.subList(1, 3));
            assertThat(open.store().hasUnsavedEdits()).isFalse();
            open.session().history().undo();
            open.session().history().undo();
            assertThat(ids(open, THREE)).isEqualTo(ids);
            assertThat(open.save().isComplete()).isTrue();
        }
        assertThat(Files.readString(labels(THREE)).lines()).hasSize(3);
    }

    private static List<Long> ids(SavedDataset open, ImageKey key) {
        return open.store().get(key).people().stream().map(PersonInstance::id).toList();
    }

    @Test
    void aFileChangedUnderneathIsNeverOverwrittenSilently() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, ONE, 1, 2);
            move(open, TWO, 1, 2);
            move(open, THREE, 1, 2);
            Files.writeString(labels(ONE), "");
            Files.delete(labels(TWO));
            SavePlan plan = open.plan();
            assertThat(plan.files()).containsExactly(labels(THREE));
            assertThat(plan.diskChanges()).extracting(DiskChange::file).containsExactly(labels(ONE), labels(TWO));

            SaveOutcome outcome = open.save();
            assertThat(outcome.isComplete()).isFalse();
            assertThat(outcome.written()).containsExactly(labels(THREE));
            assertThat(labels(ONE)).isEmptyFile();
            assertThat(labels(TWO)).doesNotExist();
            assertThat(open.session().conflicts()).hasSize(2);
            assertThat(open.session().conflict(ONE).orElseThrow().theirs()).isEmpty();
            assertThat(open.session().conflict(ONE).orElseThrow().mine()).hasSize(1);
            assertThat(open.save().written()).isEmpty();

            open.session().takeTheirs(ONE);
            open.session().keepMine(TWO);
            assertThat(open.save().written()).containsExactly(labels(TWO));
            assertThat(open.session().store().hasUnsavedEdits()).isFalse();
            assertThat(open.store().get(ONE).people()).isEmpty();
        }
        assertThat(labels(ONE)).isEmptyFile();
        assertThat(Files.readString(labels(TWO)))
                .startsWith("0 0.500000 0.500000 0.250000 0.500000 0.005000 0.020000 2");
    }

    @Test
    void whatOnlyTheTextRoundedIsNoChangeOfTheFile() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, TWO, 1 / 3.0, 2 / 3.0);
            assertThat(open.save().isComplete()).isTrue();
            move(open, TWO, 50, 60);
            String[] rows = Files.readString(labels(TWO)).split("\n");
            Files.writeString(labels(TWO), rows[0] + "\n" + rows[1].replace("0.25", "0.3") + "\n");
            open.dataset().reread(open.plan().diskChanges());
            LabelConflict conflict = open.session().conflict(TWO).orElseThrow();
            assertThat(PersonDifference.between(conflict.base(), conflict.theirs()))
                    .singleElement()
                    .satisfies(difference -> {
                        assertThat(difference.number()).isEqualTo(2);
                        assertThat(difference.boxChanged()).isTrue();
                    });
        }
    }

    @Test
    void roundingOfWrittenNumbersIsNoChangeOfAnotherProgram() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, TWO, 50 + 1.0 / 3, 60 + 1.0 / 7);
            open.save();
            move(open, TWO, 70, 60);
            String[] rows = Files.readString(labels(TWO)).split("\n");
            String row = rows[0].replaceFirst("^0 \\S+", "0 0.44");
            Files.writeString(labels(TWO), row + "\n" + rows[1] + "\n");
            open.dataset().reread(open.plan().diskChanges());
            LabelConflict conflict = open.session().conflict(TWO).orElseThrow();
            assertThat(PersonDifference.between(conflict.base(), conflict.theirs()))
                    .singleElement()
                    .satisfies(difference -> {
                        assertThat(difference.boxChanged()).isTrue();
                        assertThat(difference.joints()).isEmpty();
                    });
        }
    }

    @Test
    void aFullDiskLeavesFilesAsTheyWereAndEditsUnsaved() throws IOException {
        Map<String, String> before = labelFiles();
        FullDisk disk = new FullDisk();
        try (SavedDataset open = SavedDataset.open(root)) {
            EditableDataset onFullDisk = new EditableDataset(open.session(), disk.files(), java.time.Instant.EPOCH);
            var source = new DatasetRecognizer().open(root);
            onFullDisk.loaded(source.entries().stream()
                    .map(entry -> {
                        try {
                            return source.load(entry);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList());
            move(open, ONE, 1, 2);
            disk.setFull(true);
            SaveJob job = onFullDisk.prepareSave();
            job.begin();
            SaveOutcome outcome = job.run(ProgressListener.NONE, CancellationToken.NONE);
            onFullDisk.endSave(job, outcome);
            assertThat(outcome.failures()).singleElement().satisfies(failure -> assertThat(failure.message())
                    .contains("disk is full"));
            assertThat(labelFiles()).isEqualTo(before);
            assertThat(open.store().unsavedImages()).containsExactly(ONE);

            disk.setFull(false);
            SaveJob again = onFullDisk.prepareSave();
            again.begin();
            SaveOutcome second = again.run(ProgressListener.NONE, CancellationToken.NONE);
            onFullDisk.endSave(again, second);
            assertThat(second.isComplete()).isTrue();
        }
    }

    @Test
    void aCancelledSaveIsIncompleteButWholeInEachFile() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            move(open, ONE, 1, 2);
            move(open, TWO, 1, 2);
            SaveJob job = open.dataset().prepareSave();
            job.begin();
            int[] polls = {0};
            SaveOutcome outcome = job.run(ProgressListener.NONE, () -> ++polls[0] > 2);
            open.dataset().endSave(job, outcome);
            assertThat(outcome.written()).containsExactly(labels(ONE));
            assertThat(outcome.failures()).singleElement().satisfies(failure -> assertThat(failure.message())
                    .contains("cancelled"));
            assertThat(open.store().unsavedImages()).containsExactly(TWO);
        }
    }

    @Test
    void takingALabelAwayIsShownAsAFlagAndWrittenAsZeros() throws IOException {
        try (SavedDataset open = SavedDataset.open(root)) {
            KeypointEdits edits = new KeypointEdits(
                    open.store().frame().skeleton(), open.store().pointMemory());
            open.session()
                    .history()
                    .submit(edits.setVisibility(open.store().get(ONE), firstId(open, ONE), 0, Visibility.UNLABELED));
            PersonDifference.JointDifference joint =
                    open.plan().images().get(0).people().get(0).joints().get(0);
            assertThat(joint.flagChanged()).isTrue();
            assertThat(joint.movedPixels()).isZero();
            open.save();
        }
        assertThat(Files.readString(labels(ONE))).startsWith("0 0.5 0.5 0.25 0.5 0 0 0 ");
    }

    @Test
    void aReadOnlyDatasetIsJournalledElsewhereAndASaveSaysWhyItFails() throws IOException {
        Files.writeString(root.resolve(".posewright"), "blocks the folder of the journal");
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.session().folder()).startsWith(folder.resolve("user-data"));
            move(open, ONE, 1, 2);
            Files.delete(labels(ONE));
            Files.createDirectory(labels(ONE));
            SaveOutcome outcome = open.save();
            assertThat(outcome.failures()).singleElement();
            assertThat(outcome.failures().get(0).message()).contains("000.txt");
        }
        Files.delete(labels(ONE));
        Files.writeString(labels(ONE), SavedDataset.ROW + "\n");
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.store().unsavedImages()).containsExactly(ONE);
        }
    }
}
