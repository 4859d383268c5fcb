package org.posewright.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.LabelConflict;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.save.SaveOutcome;
import org.posewright.annotations.save.SavePlan;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.SaveReview;
import org.posewright.app.viewmodel.session.SavingViewModel;

/** The editor's view-models together, on a real dataset, without a toolkit. */
class EditorModelsTest {

    @TempDir
    Path folder;

    private final DirectTaskService tasks = new DirectTaskService();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<Throwable> failures = new ArrayList<>();
    private final Agreeing review = new Agreeing();
    private EditorModels models;
    private SavingViewModel saving;

    @BeforeEach
    void open() throws IOException {
        models = SmallEditor.open(folder, failures);
        saving = new SavingViewModel(models.workspace(), tasks, review, messages, (what, why) -> failures.add(why));
        assertThat(failures).isEmpty();
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    @Test
    void openingShowsTheFirstPictureWithItsPerson() {
        assertThat(models.browser().picturesProperty().get().keys()).hasSize(3);
        assertThat(models.editor().record().orElseThrow().people()).hasSize(1);
        assertThat(models.pictures().pictureProperty().get()).isNotNull();
        assertThat(models.status().placeProperty().get()).contains("1 of 3");
        assertThat(models.opening().descriptionProperty().get().sentence()).contains("YOLO");
    }

    @Test
    void movedPointIsUndoneAndRedone() {
        models.commands().moveKeypoint(person().id(), 0, 110.25, 44.5);
        assertThat(person().keypoints().x(0)).isEqualTo(110.25);
        models.commands().undo();
        assertThat(person().keypoints().x(0)).isCloseTo(100, within(1e-9));
        models.commands().redo();
        assertThat(person().keypoints().y(0)).isEqualTo(44.5);
        assertThat(failures).isEmpty();
    }

    @Test
    void undoAndRedoOpenThePictureThatTheyChange() {
        models.commands().moveKeypoint(person().id(), 0, 110, 44);
        models.browser().step(1);
        models.commands().moveKeypoint(person().id(), 0, 111, 45);
        models.commands().undoInSight();
        assertThat(models.editor().key().orElseThrow().fileName()).isEqualTo("b.jpg");
        models.commands().undoInSight();
        assertThat(models.editor().key().orElseThrow().fileName()).isEqualTo("a.jpg");
        assertThat(person().keypoints().x(0)).isCloseTo(100, within(1e-9));
        models.browser().step(2);
        models.commands().redoInSight();
        assertThat(models.editor().key().orElseThrow().fileName()).isEqualTo("a.jpg");
        assertThat(person().keypoints().x(0)).isEqualTo(110);
        models.browser().step(2);
        models.commands().redo();
        assertThat(models.editor().key().orElseThrow().fileName()).isEqualTo("c.jpg");
    }

    @Test
    void savingWritesOnlyTheChangedFile() throws IOException {
        Path changed = folder.resolve("set/labels/train/a.txt");
        Path other = folder.resolve("set/labels/train/b.txt");
        String before = Files.readString(changed);
        String otherBefore = Files.readString(other);
        models.commands().moveKeypoint(person().id(), 0, 120, 44);
        assertThat(models.status().savedProperty().get()).contains("1 image");
        saving.save();
        assertThat(Files.readString(changed)).isNotEqualTo(before).contains(" 0.600000 0.220000 2");
        assertThat(Files.readString(other)).isEqualTo(otherBefore);
        assertThat(models.status().hasUnsaved()).isFalse();
    }

    @Test
    void editsAndUndoHistoryComeBackAfterAnEndWithoutSaving() {
        models.commands().moveKeypoint(person().id(), 0, 120, 44);
        models.opening().close();
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(person().keypoints().x(0)).isEqualTo(120);
        models.commands().undo();
        assertThat(person().keypoints().x(0)).isCloseTo(100, within(1e-9));
    }

    @Test
    void visibilityOfTheSelectedPointCyclesAndKeepsThePlace() {
        models.editor().selectionProperty().set(Selection.ofKeypoint(person().id(), 0));
        models.commands().cycleVisibility();
        assertThat(person().keypoints().visibility(0)).isEqualTo(Visibility.OCCLUDED);
        models.commands().cycleVisibility();
        models.commands().cycleVisibility();
        assertThat(person().keypoints().visibility(0)).isEqualTo(Visibility.VISIBLE);
        assertThat(person().keypoints().x(0)).isCloseTo(100, within(1e-9));
    }

    @Test
    void previewIsSeenAndLeavesNoTrace() {
        PersonInstance moved = person().withBox(new Box(1, 2, 3, 4));
        models.editor().preview(moved);
        assertThat(models.editor().sceneProperty().get().people().get(0).box()).isEqualTo(new Box(1, 2, 3, 4));
        models.editor().endPreview();
        assertThat(models.editor().sceneProperty().get().people().get(0)).isEqualTo(person());
        assertThat(models.status().hasUnsaved()).isFalse();
    }

    @Test
    void personIsAddedPointByPoint() {
        models.canvasEditing().startPlacing();
        assertThat(models.canvasEditing().nextPointProperty().get()).contains("nose");
        models.canvasEditing().placeNext(50, 50, false);
        models.canvasEditing().skipPoint();
        models.canvasEditing().placeNext(60, 50, true);
        models.canvasEditing().finishPlacing();
        List<PersonInstance> people = models.editor().record().orElseThrow().people();
        PersonInstance added = people.get(people.size() - 1);
        assertThat(people).hasSize(2);
        assertThat(added.keypoints().labeledCount()).isEqualTo(2);
        assertThat(added.keypoints().visibility(2)).isEqualTo(Visibility.OCCLUDED);
        assertThat(models.editor().selectionProperty().get()).isEqualTo(Selection.ofPerson(added.id()));
    }

    @Test
    void statusBarFollowsTheWayThroughThePictures() {
        models.browser().step(1);
        assertThat(models.status().placeProperty().get()).contains("2 of 3");
        models.browser().step(5);
        assertThat(models.status().placeProperty().get()).contains("3 of 3");
    }

    @Test
    void reviewedPicturesAreSkippedByNextUnreviewed() {
        models.browser().step(1);
        models.inspector().setStatus(ReviewState.REVIEWED);
        models.browser().step(-1);
        models.browser().nextUnreviewed();
        assertThat(models.editor().key().orElseThrow().fileName()).isEqualTo("c.jpg");
    }

    @Test
    void filterThatIsNoneComplainsAndKeepsTheList() {
        models.browser().filterProperty().set("missing:tail");
        assertThat(models.browser().complaintProperty().get()).contains("tail");
        models.browser().filterProperty().set("b");
        assertThat(models.browser().complaintProperty().get()).isEmpty();
        assertThat(models.browser().picturesProperty().get().keys()).hasSize(1);
    }

    @Test
    void conflictIsDecidedForTheEdits() throws IOException {
        Path file = folder.resolve("set/labels/train/a.txt");
        models.commands().moveKeypoint(person().id(), 0, 120, 44);
        Files.writeString(file, Files.readString(file).replaceFirst("0.5 0.5 0.6", "0.51 0.5 0.6"));
        saving.save();
        assertThat(failures).isEmpty();
        assertThat(Files.readString(file)).contains(" 0.600000 0.220000 2");
    }

    @Test
    void conflictThatIsLeftOpenIsSaidAndKeepsBothTheFileAndTheEdit() throws IOException {
        Path file = folder.resolve("set/labels/train/a.txt");
        models.commands().moveKeypoint(person().id(), 0, 120, 44);
        Files.writeString(file, Files.readString(file).replaceFirst("0.5 0.5 0.6", "0.51 0.5 0.6"));
        String theirs = Files.readString(file);
        review.choice = Optional.empty();
        saving.save();
        assertThat(review.undecided).isEqualTo(1);
        assertThat(review.confirmed).isZero();
        assertThat(Files.readString(file)).isEqualTo(theirs);
        assertThat(person().keypoints().x(0)).isEqualTo(120);
        assertThat(models.status().hasUnsaved()).isTrue();
    }

    @Test
    void undoOfAnAddedPersonLeavesNobodySelected() {
        models.canvasEditing().startPlacing();
        models.canvasEditing().placeNext(50, 50, false);
        models.canvasEditing().finishPlacing();
        assertThat(models.editor().selectionProperty().get().people()).hasSize(1);
        models.commands().undo();
        assertThat(models.editor().selectionProperty().get()).isEqualTo(Selection.NONE);
    }

    @Test
    void missingFolderIsAFailureWithASentenceAndLeavesTheOpenDataset() {
        models.opening().open(OpenRequest.of(folder.resolve("nowhere")));
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).hasMessageContaining("nowhere");
        assertThat(models.workspace().session()).isPresent();
    }

    private PersonInstance person() {
        return models.editor().record().orElseThrow().people().get(0);
    }

    /** Says yes, and keeps its own labels unless told otherwise. */
    private static final class Agreeing implements SaveReview {

        private Optional<Choice> choice = Optional.of(Choice.MINE);
        private int confirmed;
        private int undecided;

        @Override
        public boolean confirm(SavePlan plan, Skeleton skeleton) {
            confirmed++;
            return true;
        }

        @Override
        public Optional<Choice> decide(LabelConflict conflict, Skeleton skeleton) {
            return choice;
        }

        @Override
        public void undecided(int pictures) {
            undecided = pictures;
        }

        @Override
        public void tell(SaveOutcome outcome) {
            assertThat(outcome.failures()).isEmpty();
        }

        @Override
        public void nothingToSave() {}
    }
}
