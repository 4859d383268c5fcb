package org.posewright.app.viewmodel.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.check.Diagnosis;
import org.posewright.annotations.check.Fix;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.viewmodel.SmallDataset;
import org.posewright.app.viewmodel.SmallEditor;

/** The dataset check in the window: problems, going to them, and repairs that are edits like any other. */
class DatasetCheckTest {

    private static final String AT_ORIGIN = "person.labeled-at-origin";

    @TempDir
    Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private EditorModels models;

    @BeforeEach
    void open() throws IOException {
        Path set = SmallDataset.write(folder.resolve("set"));
        for (String name : List.of("b", "c")) {
            Path labels = set.resolve("labels/train/" + name + ".txt");
            Files.writeString(labels, Files.readString(labels).replaceFirst("0\\.5000 0\\.2000 2", "0 0 2"));
        }
        models = SmallEditor.closed(folder, failures);
        models.opening().open(OpenRequest.of(set));
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    @Test
    void aProblemIsFoundGoneToRepairedAndTheRepairUndone() {
        check().check();
        assertThat(check().shownProperty().get()).isTrue();
        Diagnosis problem = atOrigin().get(0);
        assertThat(check().state(problem)).contains(Fix.State.OPEN);
        check().goTo(problem);
        assertThat(models.editor().key().map(key -> key.fileName())).contains("b.jpg");
        assertThat(models.editor().selectedPerson()).isPresent();

        int before = check().revisionProperty().get();
        check().fix(problem);
        assertThat(models.editor()
                        .record()
                        .orElseThrow()
                        .people()
                        .get(0)
                        .keypoints()
                        .isLabeled(0))
                .isFalse();
        assertThat(check().state(problem)).contains(Fix.State.DONE);
        assertThat(check().revisionProperty().get()).isGreaterThan(before);
        assertThat(models.status().hasUnsaved()).isTrue();

        models.commands().undo();
        assertThat(check().state(problem)).contains(Fix.State.OPEN);
        assertThat(models.status().hasUnsaved()).isFalse();
        assertThat(failures).isEmpty();
    }

    @Test
    void allOfAKindAreOneStepOfUndo() {
        check().check();
        Diagnosis problem = atOrigin().get(0);
        assertThat(check().countLike(problem)).isEqualTo(2);
        check().fixAllLike(problem);
        assertThat(atOrigin()).allMatch(p -> check().state(p).equals(Optional.of(Fix.State.DONE)));
        assertThat(check().countLike(problem)).isZero();
        models.commands().undo();
        assertThat(atOrigin()).allMatch(p -> check().state(p).equals(Optional.of(Fix.State.OPEN)));
        assertThat(failures).isEmpty();
    }

    @Test
    void aRepairOfLabelsThatChangedSinceIsRefusedInWords() {
        check().check();
        Diagnosis problem = atOrigin().get(0);
        check().goTo(problem);
        models.commands().deletePeople();
        assertThat(check().state(problem)).contains(Fix.State.OUTDATED);
        check().fix(problem);
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("b.jpg")
                .hasMessageContaining("check again"));
    }

    @Test
    void anotherCheckLooksAtUnsavedEdits() {
        check().check();
        check().fixAllLike(atOrigin().get(0));
        check().check();
        assertThat(atOrigin()).isEmpty();
    }

    @Test
    void problemsOfAnotherDatasetAreGone() {
        check().showKnown(List.of(Finding.ofFile(
                Finding.Severity.NOTE,
                "some.code",
                folder,
                Sentence.verbatim("something is odd"),
                Sentence.verbatim("do something"))));
        assertThat(check().problemsProperty().get()).hasSize(1);
        models.opening().close();
        assertThat(check().problemsProperty().get()).isEmpty();
        assertThat(check().shownProperty().get()).isFalse();
    }

    private DatasetCheckViewModel check() {
        return models.datasetCheck();
    }

    private List<Diagnosis> atOrigin() {
        return check().problemsProperty().get().stream()
                .filter(problem -> problem.finding().code().equals(AT_ORIGIN))
                .toList();
    }
}
