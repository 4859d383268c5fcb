package org.posewright.annotations.edit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.People;
import org.posewright.annotations.edit.command.ChangeStatus;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.PersonChange;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;

class JournalTest {

    private static final JournalIdentity YOLO = new JournalIdentity("yolo", 17);

    @TempDir
    Path folder;

    private JournalLocation location() {
        return new JournalLocation(folder, "journal");
    }

    private Path segment(int number) {
        return location().segment(number);
    }

    private Journal open(List<JournalEntry> replayed) throws JournalException {
        return Journal.open(location(), YOLO, (sequence, entry) -> replayed.add(entry));
    }

    private List<JournalEntry> read() throws JournalException {
        List<JournalEntry> entries = new ArrayList<>();
        open(entries).close();
        return entries;
    }

    private static JournalEntry note(int number) {
        return new JournalEntry.Done(
                ChangeStatus.of(People.key(1), ImageStatus.UNTOUCHED, ImageStatus.flagged("note " + number)), false);
    }

    private static List<JournalEntry> everyKind() {
        PersonInstance before = People.person(3);
        PersonInstance after =
                before.withKeypoint(4, new Keypoint(0.1 + 0.2, -1e-300, Visibility.OCCLUDED, Provenance.MODEL));
        ReplacePeople people = new ReplacePeople(
                People.key(7),
                "Move \"it\"\nthere – ü",
                List.of(
                        PersonChange.changed(0, before, after),
                        PersonChange.removed(1, People.person(4)),
                        PersonChange.added(1, People.person(5))),
                "nudge:3:4");
        ChangeStatus status = ChangeStatus.of(People.key(7), ImageStatus.REVIEWED, ImageStatus.flagged("blurred\n"));
        LabelVersion version = LabelVersion.of("labels/a b.txt", 12, -1);
        return List.of(
                new JournalEntry.Base(People.key(7), version, List.of(before)),
                new JournalEntry.Done(new CompositeEdit("Both", List.of(people, status)), false),
                new JournalEntry.Done(people, true),
                new JournalEntry.Undone(),
                new JournalEntry.Redone(),
                new JournalEntry.SaveStarted(List.of(People.key(7), People.key(8))),
                new JournalEntry.FileWritten(6, version, List.of(new WrittenImage(People.key(7), List.of(0L, 1L)))),
                new JournalEntry.Found(People.key(7), version, List.of(before), List.of(9L)),
                new JournalEntry.SaveFinished(6));
    }

    @Test
    void everyKindOfEntryComesBackAsItWas() throws Exception {
        try (Journal journal = open(new ArrayList<>())) {
            journal.append(everyKind());
        }
        assertThat(read()).isEqualTo(everyKind());
        assertThat(Files.readAllLines(segment(1))).hasSize(1 + everyKind().size());
    }

    @Test
    void aTailTornAtAnyByteLeavesThePrefixOfWholeEntries() throws Exception {
        List<JournalEntry> written = List.of(note(1), note(2), note(3));
        List<Long> ends = new ArrayList<>();
        try (Journal journal = open(new ArrayList<>())) {
            for (JournalEntry entry : written) {
                journal.append(List.of(entry));
                ends.add(Files.size(segment(1)));
            }
        }
        byte[] whole = Files.readAllBytes(segment(1));
        for (int length = 0; length <= whole.length; length++) {
            Files.write(segment(1), java.util.Arrays.copyOf(whole, length));
            long survivors = 0;
            for (long end : ends) {
                survivors += end <= length ? 1 : 0;
            }
            List<JournalEntry> replayed = new ArrayList<>();
            try (Journal journal = open(replayed)) {
                assertThat(replayed).as("after %d bytes", length).isEqualTo(written.subList(0, (int) survivors));
                assertThat(journal.warnings()).isEmpty();
                if (length % 16 == 0) {
                    journal.append(List.of(note(9)));
                }
            }
            if (length % 16 == 0) {
                assertThat(read()).hasSize((int) survivors + 1).last().isEqualTo(note(9));
            }
        }
    }

    @Test
    void aTailOfRubbishIsDropped() throws Exception {
        try (Journal journal = open(new ArrayList<>())) {
            journal.append(List.of(note(1)));
        }
        Files.write(segment(1), new byte[4096], java.nio.file.StandardOpenOption.APPEND);
        assertThat(read()).containsExactly(note(1));
    }

    @Test
    void damageBeforeWholeEntriesIsToldAndTheRestIsKept() throws Exception {
        try (Journal journal = open(new ArrayList<>())) {
            journal.append(List.of(note(1), note(2), note(3)));
        }
        byte[] bytes = Files.readAllBytes(segment(1));
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        bytes[text.indexOf("note 2")] ^= 1;
        Files.write(segment(1), bytes);

        List<JournalEntry> replayed = new ArrayList<>();
        try (Journal journal = open(replayed)) {
            assertThat(replayed).containsExactly(note(1));
            assertThat(journal.warnings()).singleElement().asString().contains("damaged-1");
            journal.append(List.of(note(4)));
        }
        assertThat(folder.resolve("journal-000001.jsonl.damaged-1")).hasBinaryContent(bytes);
        assertThat(read()).containsExactly(note(1), note(4));
    }

    @Test
    void fullSegmentsAreFollowedByOthersAndAllAreReadAgain() throws Exception {
        Journal.Disk small = new Journal.Disk(AppendFile::open, 400);
        List<JournalEntry> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.add(note(i));
        }
        for (int session = 0; session < 4; session++) {
            try (Journal journal = Journal.open(location(), YOLO, (sequence, entry) -> {}, small)) {
                for (int i = 0; i < 5; i++) {
                    journal.append(List.of(written.get(5 * session + i)));
                }
            }
        }
        assertThat(location().segments().size()).isGreaterThan(4);
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void aMissingSegmentEndsWhatCanBeReadAndNothingIsDeleted() throws Exception {
        Journal.Disk tiny = new Journal.Disk(AppendFile::open, 1);
        try (Journal journal = Journal.open(location(), YOLO, (sequence, entry) -> {}, tiny)) {
            for (int i = 0; i < 4; i++) {
                journal.append(List.of(note(i)));
            }
        }
        Files.delete(segment(2));
        List<JournalEntry> replayed = new ArrayList<>();
        try (Journal journal = open(replayed)) {
            assertThat(replayed).containsExactly(note(0));
            assertThat(journal.warnings()).hasSize(2);
        }
        assertThat(folder.resolve("journal-000003.jsonl.damaged-1")).exists();
        assertThat(folder.resolve("journal-000004.jsonl.damaged-1")).exists();
    }

    @Test
    void aSecondWindowIsRefusedAndALeftOverLockFileIsTakenOver() throws Exception {
        Files.writeString(location().lockFile(), "process 1");
        try (Journal first = open(new ArrayList<>())) {
            first.append(List.of(note(1)));
            assertThatThrownBy(() -> open(new ArrayList<>()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("open in another window")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            first.append(List.of(note(2)));
        }
        assertThat(read()).containsExactly(note(1), note(2));
    }

    @Test
    void aJournalOfAnotherDatasetIsRefused() throws Exception {
        try (Journal journal = open(new ArrayList<>())) {
            journal.append(List.of(note(1)));
        }
        assertThatThrownBy(() -> Journal.open(location(), new JournalIdentity("yolo", 21), (s, e) -> {}))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("17 keypoints")
                .hasMessageContaining("21 keypoints");
        assertThat(read()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorWithAReason() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Journal.open(new JournalLocation(file, "journal"), YOLO, (s, e) -> {}))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be created");
    }

    @Test
    void aDatasetThatCannotBeWrittenIsJournalledInTheUsersFolder() throws Exception {
        Path root = Files.createDirectories(folder.resolve("dataset"));
        Path user = folder.resolve("user");
        assertThat(JournalLocation.forDataset(root, "yolo", user).folder()).isEqualTo(root.resolve(".posewright"));

        Path blocked = Files.createDirectories(folder.resolve("blocked"));
        Files.writeString(blocked.resolve(".posewright"), "in the way, like a folder without rights");
        JournalLocation elsewhere = JournalLocation.forDataset(blocked, "yolo", user);
        assertThat(elsewhere.folder()).startsWith(user);
        assertThat(JournalLocation.forDataset(blocked, "yolo", user)).isEqualTo(elsewhere);

        Files.writeString(folder.resolve("no-user"), "");
        assertThatThrownBy(() -> JournalLocation.forDataset(blocked, "yolo", folder.resolve("no-user")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(".posewright");
    }

    @Test
    void anAppendThatFailsHalfWayLeavesNoTraceAndTheNextSucceeds() throws Exception {
        FullDisk disk = new FullDisk();
        try (Journal journal = Journal.open(location(), YOLO, (s, e) -> {}, new Journal.Disk(disk, 1 << 20))) {
            journal.append(List.of(note(1)));
            disk.freeBytes = Optional.of(10);
            assertThatThrownBy(() -> journal.append(List.of(note(2))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("No space left on device");
            disk.freeBytes = Optional.empty();
            assertThat(journal.append(List.of(note(3)))).isEqualTo(3);

            disk.freeBytes = Optional.of(10);
            disk.truncateFails = true;
            assertThatThrownBy(() -> journal.append(List.of(note(4)))).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.append(List.of(note(5)))).isInstanceOf(JournalException.class);
            disk.freeBytes = Optional.empty();
            disk.truncateFails = false;
            journal.append(List.of(note(6)));
        }
        assertThat(read()).containsExactly(note(1), note(3), note(6));
    }

    @Test
    void aClosedJournalTakesNothing() throws Exception {
        Journal journal = open(new ArrayList<>());
        journal.close();
        assertThatThrownBy(() -> journal.append(List.of(note(1)))).isInstanceOf(JournalException.class);
    }

    /** A disk that has room for so many bytes more. */
    private static final class FullDisk implements AppendFile.Opener {
        private Optional<Integer> freeBytes = Optional.empty();
        private boolean truncateFails;

        @Override
        public AppendFile open(Path file) throws IOException {
            AppendFile real = AppendFile.open(file);
            return new AppendFile() {
                @Override
                public void writeAndForce(long position, byte[] bytes) throws IOException {
                    if (freeBytes.isPresent()) {
                        real.writeAndForce(position, java.util.Arrays.copyOf(bytes, freeBytes.get()));
                        throw new IOException("No space left on device");
                    }
                    real.writeAndForce(position, bytes);
                }

                @Override
                public void truncate(long size) throws IOException {
                    if (truncateFails) {
                        throw new IOException("Input/output error");
                    }
                    real.truncate(size);
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }
    }
}
