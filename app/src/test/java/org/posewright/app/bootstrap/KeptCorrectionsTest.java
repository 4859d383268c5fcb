package org.posewright.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.compare.HumanNoise;
import org.posewright.annotations.save.SaveJob;
import org.posewright.annotations.save.SaveOutcome;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.viewmodel.session.DatasetSession;

/** The person's own corrections are remembered with the dataset. The nose of the first picture lies at (100, 40). */
class KeptCorrectionsTest extends EvaluationFixture {

    private static final double ROOT_AREA = Math.sqrt(0.53 * 120 * 160);

    private DatasetSession session() {
        return models.workspace().session().orElseThrow();
    }

    private void moveNose(double x, double y) {
        long id = models.editor().record().orElseThrow().people().get(0).id();
        models.commands().moveKeypoint(id, 0, x, y);
    }

    private void save() throws IOException {
        SaveJob job = session().files().prepareSave();
        job.begin();
        SaveOutcome outcome = job.run(ProgressListener.NONE, CancellationToken.NONE);
        session().files().endSave(job, outcome);
        assertThat(outcome.isComplete()).isTrue();
    }

    private void restart() {
        models.opening().close();
        assertThat(evaluation.humanNoise().noiseProperty().get()).isNull();
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(failures).isEmpty();
    }

    private void assertOneNoseMoved(double pixels) {
        HumanNoise.Joint nose =
                evaluation.humanNoise().noiseProperty().get().joints().get(0);
        assertThat(nose.movedCount()).isOne();
        assertThat(nose.spreadOfMoved()).isCloseTo(pixels / ROOT_AREA, within(1e-6));
    }

    @Test
    void savedCorrectionsCountOnceAfterEachRestart() throws IOException {
        moveNose(104, 43);
        assertOneNoseMoved(5);
        save();
        assertOneNoseMoved(5);
        restart();
        assertOneNoseMoved(5);
        restart();
        assertOneNoseMoved(5);
    }

    @Test
    void unsavedCorrectionsComeBackWithTheJournalAndCountOnce() throws IOException {
        moveNose(104, 43);
        save();
        moveNose(106, 48);
        assertOneNoseMoved(10);
        restart();
        assertOneNoseMoved(10);
        save();
        restart();
        assertOneNoseMoved(10);
    }

    @Test
    void aCorrectionOfAnEarlierSessionThatIsMovedOnCountsFromWhereItWasFirst() throws IOException {
        moveNose(104, 43);
        save();
        restart();
        moveNose(106, 48);
        assertOneNoseMoved(10);
        save();
        restart();
        assertOneNoseMoved(10);
    }

    @Test
    void undoTakesACorrectionBackBeforeAndAfterARestart() throws IOException {
        moveNose(104, 43);
        save();
        restart();
        models.commands().undo();
        assertThat(points("a.jpg").x(0)).isEqualTo(100);
        assertThat(evaluation.humanNoise().noiseProperty().get()).isNull();
        models.commands().redo();
        assertOneNoseMoved(5);
        models.commands().undo();
        restart();
        assertThat(evaluation.humanNoise().noiseProperty().get()).isNull();
        save();
        restart();
        assertThat(evaluation.humanNoise().noiseProperty().get()).isNull();
    }

    @Test
    void rememberedWithoutTheJournalToo() throws IOException {
        moveNose(104, 43);
        save();
        Path kept = session().editing().folder();
        models.opening().close();
        try (var files = Files.list(kept)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.endsWith("corrections.tsv"))
                    .toList()) {
                Files.delete(file);
            }
        }
        restart();
        assertOneNoseMoved(5);
        moveNose(106, 48);
        assertOneNoseMoved(10);
    }

    @Test
    void exchangedSidesAreNobodysNoise() throws IOException {
        long id = models.editor().record().orElseThrow().people().get(0).id();
        models.editor().selectionProperty().set(Selection.ofPerson(id));
        double leftBefore = points("a.jpg").x(LEFT_HIP);
        models.commands().swapSides();
        assertThat(points("a.jpg").x(RIGHT_HIP)).isEqualTo(leftBefore);
        assertThat(evaluation.humanNoise().noiseProperty().get()).isNull();
        moveNose(104, 43);
        assertOneNoseMoved(5);
        save();
        restart();
        assertOneNoseMoved(5);
    }

    @Test
    void aBrokenFileIsNamedAndNotWrittenOver() throws IOException {
        Path file = session().editing().folder().resolve("corrections.tsv");
        models.opening().close();
        Files.writeString(file, "0\tnowhere\n");
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("corrections.tsv")
                .hasMessageContaining("line 1"));
        moveNose(104, 43);
        save();
        assertOneNoseMoved(5);
        assertThat(file).hasContent("0\tnowhere\n");
    }
}
