package org.posewright.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.convert.ServerSubmission;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.CaseRepair;
import org.posewright.app.viewmodel.evaluation.QueueSource;
import org.posewright.app.viewmodel.evaluation.ReportLibrary;
import org.posewright.app.viewmodel.evaluation.VerdictFilter;
import org.posewright.app.viewmodel.evaluation.WorkCase;
import org.posewright.app.viewmodel.finetune.TileVerdicts;
import org.posewright.app.viewmodel.shell.ShellViewModel;
import org.posewright.training.augment.PlaneTransform;
import org.posewright.training.augment.SampleTile;

/**
 * The view-models of Compare on real files, without a toolkit. In picture a the hips of the prediction are exchanged, in b nobody is
 * predicted, in c there is a second, unlabelled person.
 */
class EvaluationModelsTest extends EvaluationFixture {

    @Test
    void aTileOfABatchGetsTheVerdictThatTheQueueShows() throws IOException {
        evaluate();
        WorkCase inversion = caseOf(CaseKind.INVERSION);
        Box label = inversion.place().orElseThrow();
        SampleTile tile = new SampleTile(inversion.image(), PlaneTransform.IDENTITY, List.of());
        TileVerdicts verdicts = new TileVerdicts(models.workspace(), evaluation.verdicts());
        VerdictSubject person = verdicts.subject(tile, label).orElseThrow();
        verdicts.markWrong(person);
        evaluation.queue().verdictFilterProperty().set(VerdictFilter.LABEL_WRONG);
        assertThat(evaluation.queue().casesProperty().get()).containsExactly(inversion);
        assertThat(verdicts.isWrong(person)).isTrue();
        assertThat(verdicts.subject(tile, label.translated(1, 0))).isEmpty();

        verdicts.markWrong(person);
        assertThat(verdicts.isWrong(person)).isFalse();
        assertThat(evaluation.queue().casesProperty().get()).isEmpty();
        verdicts.markWrong(verdicts.subject(tile, null).orElseThrow());
        assertThat(verdicts.isWrong(person)).isTrue();
        assertThat(evaluation.queue().casesProperty().get()).containsExactly(inversion);
    }

    @Test
    void casesNameWhatIsWrongOnEachPicture() throws IOException {
        evaluate();
        assertThat(evaluation.queue().casesProperty().get())
                .extracting(item -> item.image().fileName() + " " + item.kind())
                .containsExactlyInAnyOrder("a.jpg INVERSION", "b.jpg UNDETECTED", "c.jpg UNLABELED");
        WorkCase inversion = caseOf(CaseKind.INVERSION);
        assertThat(inversion.joints(KeypointError.INVERSION)).containsExactly(LEFT_HIP, RIGHT_HIP);
        assertThat(inversion.oks()).isLessThan(0.95);
        assertThat(result().report()).isPresent();
        assertThat(result().coco().ap50()).isCloseTo(2.0 / 3, within(0.02));
        evaluation.queue().kindProperty().set(CaseKind.GOOD);
        assertThat(evaluation.queue().casesProperty().get())
                .extracting(item -> item.image().fileName())
                .containsExactly("c.jpg");
    }

    @Test
    void swappingMendsTheLabelAndTheNumbersFollow() throws IOException {
        evaluate();
        double before = result().coco().ap();
        WorkCase inversion = caseOf(CaseKind.INVERSION);
        assertThat(evaluation
                        .repairs()
                        .oksAfter(CaseRepair.SWAP_SIDES, inversion)
                        .orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(evaluation.repairs().fits(CaseRepair.SWAP_PEOPLE, inversion)).isFalse();
        evaluation.queue().selectedProperty().set(inversion);
        double leftBefore = points("a.jpg").x(LEFT_HIP);
        evaluation.repairs().repair(CaseRepair.SWAP_SIDES);
        assertThat(points("a.jpg").x(RIGHT_HIP)).isEqualTo(leftBefore);
        assertThat(result().coco().ap()).isGreaterThan(before);
        assertThat(evaluation.queue().casesProperty().get()).noneMatch(item -> item.kind() == CaseKind.INVERSION);
        models.commands().undo();
        assertThat(result().coco().ap()).isEqualTo(before);
        assertThat(caseOf(CaseKind.INVERSION).image().fileName()).isEqualTo("a.jpg");
        assertThat(failures).isEmpty();
    }

    @Test
    void followedEvaluationEqualsOneFromScratch() throws IOException {
        evaluate();
        evaluation.queue().selectedProperty().set(caseOf(CaseKind.INVERSION));
        evaluation.repairs().repair(CaseRepair.TAKE_MODEL);
        evaluation.queue().selectedProperty().set(caseOf(CaseKind.UNDETECTED));
        evaluation.repairs().repair(CaseRepair.REMOVE_PERSON);
        evaluation.queue().selectedProperty().set(caseOf(CaseKind.UNLABELED));
        evaluation.repairs().repair(CaseRepair.TAKE_MODEL);
        var followed = result().coco().byName();
        int cases = result().cases().size();
        evaluation.evaluation().evaluateResults(folder.resolve("results.json"));
        assertThat(result().coco().byName()).isEqualTo(followed);
        assertThat(result().cases()).hasSize(cases);
        assertThat(result().coco().ap()).isCloseTo(1, within(1e-9));
        assertThat(evaluation.queue().casesProperty().get()).isEmpty();
        assertThat(evaluation.queue().selectedProperty().get()).isNull();
    }

    @Test
    void confidenceDecidesWhatIsACaseButNotTheNumbers() throws IOException {
        evaluate();
        var numbers = result().coco().byName();
        evaluation.evaluation().confidenceProperty().set(0.7);
        assertThat(evaluation.queue().casesProperty().get()).noneMatch(item -> item.kind() == CaseKind.UNLABELED);
        assertThat(result().coco().byName()).isEqualTo(numbers);
        assertThat(result().report()).isPresent();
    }

    @Test
    void verdictsAreRememberedWithTheDatasetAndFilter() throws IOException {
        evaluate();
        evaluation.queue().selectedProperty().set(caseOf(CaseKind.INVERSION));
        evaluation.queue().giveVerdict(Verdict.LABEL_WRONG);
        evaluation.queue().verdictFilterProperty().set(VerdictFilter.LABEL_WRONG);
        assertThat(evaluation.queue().casesProperty().get()).hasSize(1);
        evaluation.queue().verdictFilterProperty().set(VerdictFilter.UNDECIDED);
        assertThat(evaluation.queue().casesProperty().get()).hasSize(2);
        models.opening().close();
        assertThat(evaluation.verdicts().bookProperty().get().verdicts()).isEmpty();
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(evaluation.verdicts().bookProperty().get().verdicts().values())
                .containsExactly(Verdict.LABEL_WRONG);
    }

    @Test
    void aBrokenVerdictFileIsNamedAndStopsNothing() throws IOException {
        Path kept = models.workspace().session().orElseThrow().editing().folder();
        models.opening().close();
        Files.writeString(kept.resolve("verdicts.tsv"), "PERHAPS\timages/a.jpg\n");
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).hasMessageContaining("verdicts.tsv").hasMessageContaining("PERHAPS");
        assertThat(models.workspace().session()).isPresent();
    }

    @Test
    void suspectsNeedNoModel() {
        evaluation.queue().showSuspects();
        assertThat(evaluation.queue().casesProperty().get())
                .allMatch(item ->
                        item.kind() == CaseKind.SUSPECT && item.suspect().isPresent());
        assertThat(failures).isEmpty();
        evaluation.queue().sourceProperty().set(QueueSource.PICTURES);
        assertThat(evaluation.queue().casesProperty().get()).isEmpty();
    }

    @Test
    void picturesOfDisagreementComeWorstFirst() throws IOException {
        evaluate();
        evaluation.queue().sourceProperty().set(QueueSource.PICTURES);
        List<WorkCase> listed = evaluation.queue().casesProperty().get();
        assertThat(listed).extracting(item -> item.image().fileName()).contains("a.jpg", "c.jpg");
        assertThat(listed).isSortedAccordingTo((one, other) -> Double.compare(other.severity(), one.severity()));
    }

    @Test
    void editingByHandOpensTheEditorAtTheJoint() throws IOException {
        evaluate();
        evaluation.queue().selectedProperty().set(caseOf(CaseKind.INVERSION));
        evaluation.repairs().editByHand();
        assertThat(models.shell().screenProperty().get()).isEqualTo(ShellViewModel.EDITOR);
        assertThat(models.editor().key().orElseThrow().fileName()).isEqualTo("a.jpg");
        long id = models.editor().record().orElseThrow().people().get(0).id();
        assertThat(models.editor().selectionProperty().get()).isEqualTo(Selection.ofKeypoint(id, LEFT_HIP));
    }

    @Test
    void resultsOfOtherPicturesAreRefusedInASentence() throws IOException {
        Path other = folder.resolve("other.json");
        Files.writeString(other, "[" + detection("nowhere", points("a.jpg"), 0.9) + "]");
        evaluation.evaluation().evaluateResults(other);
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).hasMessageContaining("other.json").hasMessageContaining("choose");
        assertThat(evaluation.evaluation().result()).isEmpty();
        assertThat(evaluation.evaluation().busyProperty().get()).isFalse();
    }

    @Test
    void resultsSideBySideTellWhatGotWorse() throws IOException {
        evaluate();
        Path worse = folder.resolve("worse.json");
        Files.writeString(worse, "[" + detection("a", points("a.jpg"), 0.9) + "]");
        evaluation.sideBySide().add(worse);
        var made = evaluation.sideBySide().resultProperty().get();
        assertThat(made.comparison().rows()).extracting("name").containsExactly("results.json", "worse.json");
        assertThat(made.comparison().rows().get(1).difference().value()).isLessThan(0);
        assertThat(made.reference()
                        .truth()
                        .image(made.changes().get(0).imageIndex())
                        .key()
                        .fileName())
                .isEqualTo("c.jpg");
        assertThat(evaluation.sideBySideScene().sceneProperty().get().people()).hasSize(2);
        evaluation.sideBySide().add(worse);
        assertThat(evaluation.sideBySide().resultProperty().get().sets())
                .extracting("name")
                .containsExactly("results.json", "worse.json", "worse.json (2)");
        evaluation.sideBySide().clear();
        assertThat(evaluation.sideBySide().resultProperty().get()).isNull();
        assertThat(failures).isEmpty();
    }

    @Test
    void correctionsByHandGiveTheSpreadOfTheirJoint() {
        assertThat(evaluation.humanNoise().noiseProperty().get()).isNull();
        long id = models.editor().record().orElseThrow().people().get(0).id();
        models.commands().moveKeypoint(id, 0, 104, 43);
        var joints = evaluation.humanNoise().noiseProperty().get().joints();
        assertThat(joints.get(0).movedCount()).isEqualTo(1);
        // A distance of 5 px over the square root of 0.53 x 120 x 160.
        assertThat(joints.get(0).spreadOfMoved()).isCloseTo(5 / Math.sqrt(0.53 * 120 * 160), within(1e-6));
        assertThat(joints.get(1).movedCount()).isZero();
    }

    @Test
    void reportsAreWrittenWithPicturesOfTheWorstCases() throws IOException {
        evaluate();
        List<Path> written = new ArrayList<>();
        for (ReportLibrary.Format format : ReportLibrary.Format.values()) {
            Path file = folder.resolve(evaluation.exports().suggestedName(format));
            evaluation.exports().report(format, file, (title, path) -> written.add(path));
        }
        assertThat(failures).isEmpty();
        assertThat(written).hasSize(3).allMatch(Files::isRegularFile);
        assertThat(Files.readString(folder.resolve("results-train.html")))
                .contains("data:image/jpeg;base64,", "a.jpg", "2 inversion");
        assertThat(Files.readString(folder.resolve("results-train.json"))).contains("\"AP\"");
        assertThat(Files.readString(folder.resolve("results-train-cases.csv"))).contains("inversion");
    }

    @Test
    void serverExportHasNameAndZip() throws IOException {
        evaluate();
        List<Path> written = new ArrayList<>();
        evaluation
                .exports()
                .submit(
                        new ServerSubmission("test-dev2017", "mine", false),
                        folder,
                        (title, path) -> written.add(path));
        assertThat(failures).isEmpty();
        assertThat(written).containsExactly(folder.resolve("person_keypoints_test-dev2017_mine_results.zip"));
    }
}
