package org.posewright.annotations.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.command.ChangeStatus;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.command.PersonEdits;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;

class EditSessionTest {

    private static final int IMAGES = 3;
    private static final ImageKey FIRST = People.key(0);
    private static final ImageKey SECOND = People.key(1);

    @TempDir
    Path folder;

    private final FakeLabelFiles files = new FakeLabelFiles(IMAGES, 3);

    private EditSession open() throws JournalException {
        return files.open(folder);
    }

    private EditSession openAndLoad() throws JournalException {
        return files.openAndLoad(folder);
    }

    private static KeypointEdits keypoints(EditSession session) {
        return new KeypointEdits(People.SKELETON, session.store().pointMemory());
    }

    private static void move(EditSession session, ImageKey key, long person, double x) {
        session.history().submit(keypoints(session).move(session.store().get(key), person, 0, x, 7));
    }

    @Test
    void everythingComesBackAfterACrash() throws Exception {
        Dataset before;
        List<?> undo;
        List<?> redo;
        Map<ImageKey, ImageStatus> statuses = new HashMap<>();
        try (EditSession session = openAndLoad()) {
            RandomEdits person = new RandomEdits(session.store(), session.history(), new Random(1));
            for (int i = 0; i < 200; i++) {
                person.step();
            }
            session.history().undo();
            before = session.store().snapshot();
            undo = session.history().undoSteps();
            redo = session.history().redoSteps();
            session.store()
                    .keys()
                    .forEach(key -> statuses.put(key, session.store().status(key)));
        }
        try (EditSession session = openAndLoad()) {
            assertThat(session.store().snapshot()).isEqualTo(before);
            assertThat(session.history().undoSteps()).isEqualTo(undo).isNotEmpty();
            assertThat(session.history().redoSteps()).isEqualTo(redo).isNotEmpty();
            session.store().keys().forEach(key -> assertThat(session.store().status(key))
                    .isEqualTo(statuses.get(key)));
            while (session.history().undo().isPresent()) {
                assertThat(session.conflicts()).isEmpty();
            }
            assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 3));
            assertThat(session.store().hasUnsavedEdits()).isFalse();
        }
    }

    @Test
    void aJournalCutAnywhereGivesAStateThatOnceWas() throws Exception {
        List<Dataset> states = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        Path segment = folder.resolve("journal-000001.jsonl");
        try (EditSession session = openAndLoad()) {
            states.add(session.store().snapshot());
            ends.add(0L);
            RandomEdits person = new RandomEdits(session.store(), session.history(), new Random(2));
            for (int i = 0; i < 12; i++) {
                person.step();
                states.add(session.store().snapshot());
                ends.add(Files.exists(segment) ? Files.size(segment) : 0);
            }
        }
        byte[] whole = Files.readAllBytes(segment);
        for (int length = 0; length <= whole.length; length += 37) {
            Files.write(segment, java.util.Arrays.copyOf(whole, length));
            int acknowledged = 0;
            for (int i = 0; i < ends.size(); i++) {
                acknowledged = ends.get(i) <= length ? i : acknowledged;
            }
            try (EditSession session = openAndLoad()) {
                assertThat(session.store().snapshot()).isEqualTo(states.get(acknowledged));
            }
        }
    }

    @Test
    void picturesThatArriveLateGetTheirEditsAndUndoWaitsForThem() throws Exception {
        try (EditSession session = openAndLoad()) {
            move(session, FIRST, 1, 3.25);
        }
        try (EditSession session = open()) {
            assertThat(session.imagesWithHistory()).containsExactly(FIRST);
            assertThat(session.store().status(FIRST).state()).isEqualTo(ReviewState.EDITED);
            assertThatThrownBy(() -> session.history().undo()).hasMessageContaining("not loaded");
            session.loaded(List.of(files.labels(0)));
            assertThat(session.store()
                            .get(FIRST)
                            .person(1)
                            .orElseThrow()
                            .keypoints()
                            .x(0))
                    .isEqualTo(3.25);
            assertThat(session.store().unsavedImages()).containsExactly(FIRST);
            session.history().undo();
            assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 3));
        }
    }

    @Test
    void aPictureThatIsGoneDoesNotBlockTheWayBack() throws Exception {
        try (EditSession session = openAndLoad()) {
            move(session, FIRST, 0, 1);
            move(session, SECOND, 0, 2);
        }
        DatasetStore store = new DatasetStore(People.frame());
        try (EditSession session = EditSession.open(
                store,
                new JournalLocation(folder, "journal"),
                new JournalIdentity("yolo", 17),
                InstantSource.system())) {
            session.loaded(List.of(files.labels(0)));
            session.history().undo();
            session.history().undo();
            assertThat(store.get(FIRST)).isEqualTo(People.image(0, 3));
            assertThat(store.keys()).containsExactly(FIRST);
        }
    }

    @Test
    void idsOfPeopleOutliveASaveThatRenumbersRows() throws Exception {
        try (EditSession session = openAndLoad()) {
            DatasetStore store = session.store();
            PersonEdits people = new PersonEdits(People.SKELETON, store::newPersonId);
            session.history().submit(people.paste(store.get(FIRST), List.of(People.person(0)), 9, 9));
            session.history().submit(people.delete(store.get(FIRST), Set.of(1L)));
            assertThat(ids(store.get(FIRST))).containsExactly(0L, 2L, 3L);
            files.saveAll(session);
            assertThat(store.hasUnsavedEdits()).isFalse();
            assertThat(session.history().isAtSavedMark()).isTrue();
        }
        try (EditSession session = openAndLoad()) {
            DatasetStore store = session.store();
            assertThat(ids(store.get(FIRST))).containsExactly(0L, 2L, 3L);
            assertThat(store.hasUnsavedEdits()).isFalse();
            assertThat(session.history().isAtSavedMark()).isTrue();
            assertThat(store.get(FIRST).person(3).orElseThrow().keypoints().provenance(0))
                    .isEqualTo(Provenance.HUMAN);
            session.history().undo();
            assertThat(ids(store.get(FIRST))).containsExactly(0L, 1L, 2L, 3L);
            UnsavedImage unsaved = session.unsaved().get(0);
            assertThat(unsaved.readerId(0)).isEqualTo(0);
            assertThat(unsaved.readerId(2)).isEqualTo(1);
            assertThat(unsaved.readerId(3)).isEqualTo(2);
            assertThat(ids(unsaved.inFile())).containsExactly(0L, 2L, 3L);
        }
    }

    @Test
    void editsMadeDuringASaveStayUnsaved() throws Exception {
        try (EditSession session = openAndLoad()) {
            move(session, FIRST, 0, 1);
            SaveTicket ticket = session.prepareSave(session.store().keys());
            ticket.begin();
            move(session, FIRST, 0, 2);
            files.write(ticket, ticket.images().get(0));
            ticket.finish();
            session.endSave(ticket);
            assertThat(session.store().unsavedImages()).containsExactly(FIRST);
            assertThat(session.history().isAtSavedMark()).isFalse();
            session.history().undo();
            assertThat(session.store().hasUnsavedEdits()).isFalse();
            assertThat(session.history().isAtSavedMark()).isTrue();
            session.history().redo();
        }
        try (EditSession session = openAndLoad()) {
            assertThat(session.store().unsavedImages()).containsExactly(FIRST);
            assertThat(session.conflicts()).isEmpty();
            session.history().undo();
            assertThat(session.store().hasUnsavedEdits()).isFalse();
        }
    }

    @Test
    void aCrashBeforeOrAfterAFileIsReplacedIsNoConflict() throws Exception {
        try (EditSession session = openAndLoad()) {
            move(session, FIRST, 0, 1);
            move(session, SECOND, 0, 2);
            SaveTicket ticket = session.prepareSave(session.store().keys());
            ticket.begin();
            files.write(ticket, ticket.images().get(0));
            LabelVersion next = new LabelVersion(SECOND.path() + ".txt", "generation 1");
            ticket.writing(next, List.of(new WrittenImage(SECOND, List.of(0L, 1L, 2L))));
        }
        try (EditSession session = openAndLoad()) {
            assertThat(session.conflicts()).isEmpty();
            assertThat(session.store().unsavedImages()).containsExactly(SECOND);
            assertThat(session.store()
                            .get(FIRST)
                            .person(0)
                            .orElseThrow()
                            .keypoints()
                            .x(0))
                    .isEqualTo(1);
            assertThat(session.history().undoSteps()).hasSize(2);
        }
    }

    @Test
    void aFileThatChangedOutsideIsFollowedWhenNothingIsUnsaved() throws Exception {
        try (EditSession session = openAndLoad()) {
            move(session, FIRST, 0, 1);
            files.saveAll(session);
        }
        files.changeOutside(0, People.image(0, 2).people());
        for (int i = 0; i < 2; i++) {
            try (EditSession session = openAndLoad()) {
                assertThat(session.conflicts()).isEmpty();
                assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 2));
                assertThat(session.store().hasUnsavedEdits()).isFalse();
                assertThat(session.history().undoSteps()).hasSize(2);
                assertThat(session.history().undoLabel()).contains("Labels changed on disk");
            }
        }
        try (EditSession session = openAndLoad()) {
            session.history().undo();
            assertThat(session.store().get(FIRST).people()).hasSize(3);
            session.history().undo();
            assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 3));
        }
    }

    @Test
    void aFileThatChangedOutsideUnderUnsavedEditsIsAConflictUntilDecided() throws Exception {
        try (EditSession session = openAndLoad()) {
            move(session, FIRST, 0, 1);
            move(session, SECOND, 0, 2);
        }
        files.changeOutside(0, People.image(0, 2).people());
        files.changeOutside(1, People.image(1, 2).people());
        try (EditSession session = openAndLoad()) {
            assertThat(session.conflicts()).extracting(LabelConflict::image).containsExactlyInAnyOrder(FIRST, SECOND);
            LabelConflict conflict = session.conflict(FIRST).orElseThrow();
            assertThat(conflict.base()).isEqualTo(People.image(0, 3).people());
            assertThat(conflict.mine().get(0).keypoints().x(0)).isEqualTo(1);
            assertThat(conflict.theirs()).isEqualTo(People.image(0, 2).people());
            assertThat(session.unsaved()).isEmpty();

            session.takeTheirs(FIRST);
            assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 2));
            session.keepMine(SECOND);
            assertThat(session.conflicts()).isEmpty();
            assertThat(session.unsaved())
                    .extracting(image -> image.current().key())
                    .containsExactly(SECOND);
            assertThat(ids(session.unsaved().get(0).inFile())).containsExactly(0L, 1L);
        }
        try (EditSession session = openAndLoad()) {
            assertThat(session.conflicts()).isEmpty();
            assertThat(session.store().unsavedImages()).containsExactly(SECOND);
            assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 2));
            session.history().undo();
            assertThat(session.store().get(FIRST).people()).hasSize(3);
        }
    }

    @Test
    void aFileThatChangedDuringTheSessionIsNoticedWhenReadAgain() throws Exception {
        try (EditSession session = openAndLoad()) {
            files.changeOutside(0, People.image(0, 1).people());
            session.reread(List.of(files.labels(0)));
            assertThat(session.store().get(FIRST)).isEqualTo(People.image(0, 1));
            move(session, SECOND, 0, 2);
            files.changeOutside(1, People.image(1, 1).people());
            session.reread(List.of(files.labels(1)));
            assertThat(session.conflict(SECOND)).isPresent();
        }
    }

    @Test
    void statusAndNotesAreKeptWithoutASave() throws Exception {
        try (EditSession session = openAndLoad()) {
            ImageStatus flagged = ImageStatus.flagged("who is this?");
            session.history().submit(ChangeStatus.of(SECOND, ImageStatus.UNTOUCHED, flagged));
        }
        try (EditSession session = open()) {
            assertThat(session.store().status(SECOND)).isEqualTo(ImageStatus.flagged("who is this?"));
            assertThat(session.store().status(FIRST)).isEqualTo(ImageStatus.UNTOUCHED);
        }
    }

    private static List<Long> ids(ImageRecord image) {
        return ids(image.people());
    }

    private static List<Long> ids(List<PersonInstance> people) {
        return people.stream().map(PersonInstance::id).toList();
    }
}
