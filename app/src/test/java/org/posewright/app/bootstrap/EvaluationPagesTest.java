package org.posewright.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.SuspectKind;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.CaseRepair;
import org.posewright.app.viewmodel.evaluation.WorkCase;

/** What the pages of Compare lean on: own sigmas, counts that open cases, the picture of a case. */
class EvaluationPagesTest extends EvaluationFixture {

    @Test
    void otherSigmasAreThoseOfTheWholeSplitToo() throws IOException {
        evaluate();
        double before = result().coco().ap();
        List<Double> wide = java.util.Collections.nCopies(17, 2.0);
        models.editor().oks().useSigmas(wide, "wide");
        assertThat(result().skeleton().sigmas()).isEqualTo(wide);
        assertThat(result().coco().ap()).isGreaterThan(before);
        assertThat(result().report()).isPresent();
        var followed = result().coco().byName();
        evaluation.evaluation().evaluateResults(folder.resolve("results.json"));
        assertThat(result().coco().byName()).isEqualTo(followed);
        models.editor().oks().useSigmas(List.of(), "");
        assertThat(result().coco().ap()).isEqualTo(before);
    }

    @Test
    void aCountOfAJointOpensItsCases() throws IOException {
        evaluate();
        evaluation.queue().showClass(CaseKind.INVERSION, OptionalInt.of(LEFT_HIP));
        assertThat(evaluation.queue().casesProperty().get())
                .extracting(item -> item.image().fileName())
                .containsExactly("a.jpg");
        evaluation.queue().showClass(CaseKind.INVERSION, OptionalInt.of(0));
        assertThat(evaluation.queue().casesProperty().get()).isEmpty();
        evaluation.queue().kindProperty().set(null);
        assertThat(evaluation.queue().jointProperty().get()).isNull();
        assertThat(evaluation.queue().casesProperty().get()).hasSize(3);
    }

    @Test
    void theCaseStandsOutAndItsPictureComesBack() throws IOException {
        evaluate();
        evaluation.queue().selectedProperty().set(caseOf(CaseKind.UNLABELED));
        var scene = evaluation.scene().sceneProperty().get();
        int extra = caseOf(CaseKind.UNLABELED).prediction().orElseThrow();
        assertThat(scene.selection()).isEqualTo(Selection.ofPrediction(extra));
        assertThat(scene.focus().everybody()).isFalse();
        assertThat(scene.focus().predictions()).containsExactly(extra);
        assertThat(scene.focus().people()).isEmpty();
        evaluation.sideBySide().add(folder.resolve("results.json"));
        assertThat(evaluation.sideBySideScene().sceneProperty().get()).isNotNull();
        models.workspace().imageProperty().set(caseOf(CaseKind.UNDETECTED).image());
        assertThat(evaluation.scene().sceneProperty().get()).isNull();
        boolean sameByChance = evaluation
                .sideBySide()
                .resultProperty()
                .get()
                .reference()
                .truth()
                .image(evaluation.sideBySide().selectedProperty().get().imageIndex())
                .key()
                .equals(caseOf(CaseKind.UNDETECTED).image());
        assertThat(evaluation.sideBySideScene().sceneProperty().get() == null).isNotEqualTo(sameByChance);
        evaluation.sideBySide().showAgain();
        assertThat(evaluation.sideBySideScene().sceneProperty().get()).isNotNull();
        evaluation.queue().showAgain();
        assertThat(evaluation.scene().sceneProperty().get()).isNotNull();
    }

    @Test
    void aForgottenPointIsTakenFromTheModelAsVisible() throws IOException {
        evaluate();
        ImageKey key = caseOf(CaseKind.INVERSION).image();
        models.workspace().imageProperty().set(key);
        long id = models.editor().record().orElseThrow().people().get(0).id();
        models.commands().setVisibility(id, LEFT_HIP, Visibility.UNLABELED);
        WorkCase forgotten = new WorkCase(
                key,
                CaseKind.SUSPECT,
                OptionalLong.of(id),
                OptionalInt.of(0),
                List.of(),
                Optional.empty(),
                Double.NaN,
                0.9,
                Optional.of(new WorkCase.Evidence.Suspicion(new LabelSuspect(
                        key,
                        SuspectKind.VISIBILITY,
                        OptionalLong.of(id),
                        OptionalLong.empty(),
                        OptionalInt.of(0),
                        List.of(LEFT_HIP),
                        0.9))));
        evaluation.queue().selectedProperty().set(forgotten);
        evaluation.repairs().repair(CaseRepair.TAKE_MODEL);
        Keypoints mended = points(key.fileName());
        assertThat(mended.visibility(LEFT_HIP)).isEqualTo(Visibility.VISIBLE);
        assertThat(mended.isLabeled(RIGHT_HIP)).isTrue();
    }
}
