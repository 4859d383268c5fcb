package org.posewright.annotations.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.edit.command.BoxEdits;
import org.posewright.annotations.edit.command.ChangeStatus;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.command.PersonEdits;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Visibility;

class EditHistoryTest {

    private static final ImageKey FIRST = People.key(0);
    private static final ImageKey SECOND = People.key(1);

    private final DatasetStore store = People.store(3, 2);
    private final RecordingLog log = new RecordingLog();
    private Instant now = Instant.EPOCH;
    private final EditHistory history = new EditHistory(store, log, key -> LabelVersion.NONE, () -> now);
    private final KeypointEdits keypoints = new KeypointEdits(People.SKELETON, store.pointMemory());
    private final PersonEdits people = new PersonEdits(People.SKELETON, store::newPersonId);

    private Keypoint point(ImageKey key, long person, int index) {
        return store.get(key).person(person).orElseThrow().keypoints().get(index);
    }

    @Test
    void undoAndRedoGoAcrossImages() {
        Dataset untouched = store.snapshot();
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 1.25, 2.5));
        history.submit(people.delete(store.get(SECOND), Set.of(1L)));
        Dataset edited = store.snapshot();

        assertThat(history.undo().orElseThrow().images()).containsExactly(SECOND);
        assertThat(history.undo().orElseThrow().images()).containsExactly(FIRST);
        assertThat(store.snapshot()).isEqualTo(untouched);
        assertThat(history.undo()).isEmpty();
        history.redo();
        history.redo();
        assertThat(store.snapshot()).isEqualTo(edited);
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void aNewEditEndsTheFutureThatWasUndone() {
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 1, 2));
        history.undo();
        history.submit(keypoints.move(store.get(FIRST), 0, 1, 3, 4));
        assertThat(history.redo()).isEmpty();
        assertThat(history.undoSteps()).hasSize(1);
    }

    @Test
    void theLogHearsOfAnEditBeforeTheStoreShowsItAndOfTheBaseOnce() {
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 1, 2));
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 3, 4));
        history.undo();
        assertThat(log.entries).hasSize(4);
        assertThat(log.entries.get(0)).isInstanceOfSatisfying(JournalEntry.Base.class, base -> assertThat(base.people())
                .isEqualTo(People.image(0, 2).people()));
        assertThat(log.entries.get(3)).isEqualTo(new JournalEntry.Undone());
    }

    @Test
    void anEditThatCannotBeLoggedIsRefusedAndLeavesEverythingAsItWas() {
        Dataset before = store.snapshot();
        log.failing = true;
        assertThatThrownBy(() -> history.submit(keypoints.move(store.get(FIRST), 0, 0, 1, 2)))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("Move nose")
                .hasMessageContaining("disk is full");
        assertThat(store.snapshot()).isSameAs(before);
        assertThat(history.canUndo()).isFalse();
        assertThat(store.status(FIRST)).isEqualTo(ImageStatus.UNTOUCHED);

        log.failing = false;
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 1, 2));
        assertThat(log.entries.get(0)).isInstanceOf(JournalEntry.Base.class);
        log.failing = true;
        assertThatThrownBy(history::undo).isInstanceOf(EditRefusedException.class);
        assertThat(history.canUndo()).isTrue();
        assertThat(point(FIRST, 0, 0).x()).isEqualTo(1);
    }

    @Test
    void nudgesOfOnePointAreOneStepWithinATimeAndNotAcrossOtherEdits() {
        history.submit(keypoints.nudge(store.get(FIRST), 0, 0, 1, 0));
        history.submit(keypoints.nudge(store.get(FIRST), 0, 0, 0, 0.1));
        assertThat(history.undoSteps()).hasSize(1);
        history.submit(keypoints.nudge(store.get(FIRST), 0, 1, 1, 0));
        assertThat(history.undoSteps()).hasSize(2);
        now = now.plusSeconds(60);
        history.submit(keypoints.nudge(store.get(FIRST), 0, 1, 1, 0));
        assertThat(history.undoSteps()).hasSize(3);
        history.undo();
        history.submit(keypoints.nudge(store.get(FIRST), 0, 1, 1, 0));
        assertThat(history.undoSteps()).hasSize(3);
        history.undo();
        history.undo();
        history.undo();
        assertThat(store.get(FIRST)).isEqualTo(People.image(0, 2));
        assertThat(store.status(FIRST).state()).isEqualTo(ReviewState.UNTOUCHED);
    }

    @Test
    void aNudgeDoesNotContinueTheStepOfTheLastSave() {
        history.submit(keypoints.nudge(store.get(FIRST), 0, 0, 1, 0));
        history.markSaved(history.top());
        assertThat(history.isAtSavedMark()).isTrue();
        history.submit(keypoints.nudge(store.get(FIRST), 0, 0, 1, 0));
        assertThat(history.undoSteps()).hasSize(2);
        assertThat(history.isAtSavedMark()).isFalse();
        history.undo();
        assertThat(history.isAtSavedMark()).isTrue();
    }

    @Test
    void listenersMayNotEditAndSeeACompleteState() {
        List<String> seen = new ArrayList<>();
        store.addListener(change -> {
            seen.add(change.kind() + " " + change.images() + " "
                    + history.undoLabel().orElse("-"));
            assertThatThrownBy(history::undo).isInstanceOf(IllegalStateException.class);
        });
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 1, 2));
        assertThat(seen).containsExactly("PEOPLE [" + FIRST + "] Move nose");
        assertThat(history.isBusy()).isFalse();
    }

    @Test
    void aPendingEditBlocksOthersUntilItIsFinishedOrAbandoned() throws Exception {
        PendingEdit pending =
                history.begin(keypoints.move(store.get(FIRST), 0, 0, 1, 2)).orElseThrow();
        assertThatThrownBy(history::undo).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(pending::finish).isInstanceOf(IllegalStateException.class);
        pending.write();
        assertThat(point(FIRST, 0, 0).x()).isEqualTo(100);
        pending.finish();
        assertThat(point(FIRST, 0, 0).x()).isEqualTo(1);

        PendingEdit given = history.beginUndo().orElseThrow();
        given.abandon();
        assertThat(history.undo()).isPresent();
    }

    @Test
    void aCompositeIsOneStepAndAPartThatDoesNotFitLeavesNoTrace() {
        CompositeEdit fitting = new CompositeEdit(
                "Accept 2",
                List.of(
                        people.move(store.get(FIRST), 0, 5, 5),
                        ChangeStatus.of(SECOND, ImageStatus.UNTOUCHED, ImageStatus.REVIEWED)));
        history.submit(fitting);
        assertThat(history.undoSteps()).hasSize(1);
        assertThat(store.status(SECOND)).isEqualTo(ImageStatus.REVIEWED);
        history.undo();
        assertThat(store.snapshot()).isEqualTo(People.store(3, 2).snapshot());

        CompositeEdit stale = new CompositeEdit(
                "Stale", List.of(people.move(store.get(FIRST), 0, 5, 5), people.delete(store.get(FIRST), Set.of(0L))));
        assertThatThrownBy(() -> history.submit(stale))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("person 0");
        assertThat(store.snapshot()).isEqualTo(People.store(3, 2).snapshot());
    }

    @Test
    void statusFollowsEditsUntilSomebodySetsIt() {
        assertThat(store.status(FIRST).state()).isEqualTo(ReviewState.UNTOUCHED);
        history.submit(BoxEdits.replace(store.get(FIRST), 0, new Box(1, 2, 3, 4)));
        assertThat(store.status(FIRST).state()).isEqualTo(ReviewState.EDITED);
        history.submit(ChangeStatus.of(FIRST, store.status(FIRST), ImageStatus.flagged("blurred")));
        assertThat(store.status(FIRST)).isEqualTo(ImageStatus.flagged("blurred"));
        history.undo();
        history.undo();
        assertThat(store.status(FIRST)).isEqualTo(ImageStatus.UNTOUCHED);
    }

    @Test
    void takingALabelAwayKeepsItsPlaceForTheSession() {
        Keypoint before = point(FIRST, 0, 0);
        history.submit(keypoints.setVisibility(store.get(FIRST), 0, 0, Visibility.UNLABELED));
        assertThat(point(FIRST, 0, 0).x()).isZero();
        history.submit(keypoints.setVisibility(store.get(FIRST), 0, 0, Visibility.OCCLUDED));
        assertThat(point(FIRST, 0, 0)).isEqualTo(before.withVisibility(Visibility.OCCLUDED));
        assertThatThrownBy(() -> keypoints.setVisibility(store.get(FIRST), 0, 2, Visibility.VISIBLE))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("right eye");
    }

    @Test
    void unsavedImagesAreThoseThatDifferFromTheirFiles() {
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 1, 2));
        assertThat(store.unsavedImages()).containsExactly(FIRST);
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 100, 50));
        assertThat(store.unsavedImages()).isEmpty();
        assertThat(history.undo()).isPresent();
        assertThat(store.hasUnsavedEdits()).isTrue();
        assertThat(Optional.of(store.peopleInFile(FIRST)))
                .contains(People.image(0, 2).people());
    }

    @Test
    void anEditThatChangesNothingLeavesNoTrace() {
        history.submit(keypoints.move(store.get(FIRST), 0, 0, 100, 50));
        assertThat(log.entries).isEmpty();
        assertThat(history.canUndo()).isFalse();
    }
}
