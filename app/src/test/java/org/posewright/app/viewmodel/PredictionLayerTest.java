package org.posewright.app.viewmodel;

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
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.gesture.GestureChooser;
import org.posewright.app.canvas.gesture.Pointer;
import org.posewright.app.inference.ResultsByPicture;

/** Predictions of a results file over labels: shown, compared, chosen by a click, accepted one by one. */
class PredictionLayerTest {

    @TempDir
    Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private EditorModels models;

    @BeforeEach
    void open() throws IOException {
        models = SmallEditor.open(folder, failures);
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    @Test
    void resultsFileIsTheLayerAndIsComparedAndTheSliderActs() throws IOException {
        models.predictions().showResults(results(17));
        assertThat(failures).isEmpty();
        assertThat(models.editor().sceneProperty().get().predictions()).hasSize(2);
        assertThat(models.editor().comparisonProperty().get().orElseThrow().extraPredictions())
                .hasSize(2);
        models.predictions().confidenceProperty().set(0.7);
        assertThat(models.editor().sceneProperty().get().predictions()).hasSize(1);
        models.predictions().hideResults();
        assertThat(models.editor().sceneProperty().get().predictions()).isEmpty();
        assertThat(models.editor().comparisonProperty().get()).isEmpty();
    }

    @Test
    void resultsOfAnotherSkeletonAreRefused() throws IOException {
        models.predictions().showResults(results(5));
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).hasMessageContaining("results.json").hasMessageContaining("5 keypoints");
        assertThat(models.editor().sceneProperty().get().predictions()).isEmpty();
    }

    @Test
    void ownSigmasAndAreaActOnInspectorAndBrowserAlike() throws IOException {
        models.predictions().showResults(results(17));
        models.commands().acceptPredictions();
        models.editor().selectionProperty().set(Selection.NONE);
        long added = people().get(1).id();
        models.commands().moveKeypoint(added, 0, people().get(1).keypoints().x(0) + 0.1, 190);
        double before = models.editor().matchOf(added).orElseThrow().oks();
        double meanBefore = models.comparisons()
                .meanOks(models.editor().key().orElseThrow())
                .orElseThrow();
        models.editor().oks().useSigmas(java.util.Collections.nCopies(17, 0.01), "mine");
        assertThat(models.editor().matchOf(added).orElseThrow().oks()).isLessThan(before);
        assertThat(models.comparisons()
                        .meanOks(models.editor().key().orElseThrow())
                        .orElseThrow())
                .isLessThan(meanBefore);
        assertThat(models.inspector().footnoteProperty().get()).contains("mine");
        models.editor().oks().useSigmas(List.of(), "");
        assertThat(models.editor().matchOf(added).orElseThrow().oks()).isEqualTo(before);
    }

    @Test
    void oksOfPredictionsThatAreGoneIsNotShown() throws IOException {
        models.predictions().showResults(results(17));
        var key = models.editor().key().orElseThrow();
        assertThat(models.comparisons().meanOks(key)).isPresent();
        models.predictions().hideResults();
        assertThat(models.comparisons().meanOks(key)).isEmpty();
        assertThat(models.comparisons().comparedProperty().get()).isZero();
    }

    @Test
    void onlyListsAreResults() throws IOException {
        assertThat(ResultsByPicture.isResults(results(17))).isTrue();
        assertThat(ResultsByPicture.isResults(Files.writeString(folder.resolve("gt.json"), " {\"images\":[]}")))
                .isFalse();
        assertThat(ResultsByPicture.isResults(folder.resolve("none.json"))).isFalse();
    }

    @Test
    void clickOnAPredictionSelectsItAndAcceptAddsThatPersonAlone() throws IOException {
        models.predictions().showResults(results(17));
        GestureChooser chooser = new GestureChooser(models.canvasEditing(), view -> {}, box -> {});
        Pointer press = new Pointer(180, 10, 180, 10, Pointer.Button.PRIMARY, false, false);
        chooser.choose(ViewTransform.IDENTITY, press, false).release(press);
        Selection selection = models.editor().selectionProperty().get();
        assertThat(selection.hasPrediction()).isTrue();
        assertThat(models.editor()
                        .sceneProperty()
                        .get()
                        .predictions()
                        .get(selection.prediction())
                        .score())
                .isEqualTo(0.6);
        models.commands().acceptPrediction();
        assertThat(people()).hasSize(2);
        assertThat(people().get(1).keypoints().x(0)).isEqualTo(180);
        assertThat(models.editor().comparisonProperty().get().orElseThrow().extraPredictions())
                .hasSize(1);
        models.commands().undo();
        assertThat(people()).hasSize(1);
    }

    @Test
    void acceptAllAddsEverybodyAndChangedPredictionsAreNotSelected() throws IOException {
        models.predictions().showResults(results(17));
        models.editor().selectionProperty().set(Selection.ofPrediction(1));
        models.predictions().confidenceProperty().set(0.3);
        assertThat(models.editor().selectionProperty().get()).isEqualTo(Selection.NONE);
        models.commands().acceptPredictions();
        assertThat(people()).hasSize(3);
    }

    @Test
    void copiedPersonLandsAtTheSamePlaceOfAnotherPicture() {
        PersonInstance copied = people().get(0);
        models.editor().selectionProperty().set(Selection.ofPerson(copied.id()));
        models.commands().copy();
        models.browser().step(1);
        models.commands().paste();
        assertThat(people()).hasSize(2);
        PersonInstance pasted = people().get(1);
        assertThat(pasted.keypoints().x(0)).isEqualTo(copied.keypoints().x(0));
        assertThat(pasted.box()).isEqualTo(copied.box());
        assertThat(models.editor().selectionProperty().get()).isEqualTo(Selection.ofPerson(pasted.id()));
    }

    @Test
    void mirrorAndSwapWithTheNearestPersonAreUndoable() throws IOException {
        models.predictions().showResults(results(17));
        models.commands().acceptPrediction();
        long first = people().get(0).id();
        double before = people().get(0).keypoints().x(0);
        double other = people().get(1).keypoints().x(0);
        models.editor().selectionProperty().set(Selection.ofKeypoint(first, 0));
        models.commands().swapPointWithNeighbour();
        assertThat(people().get(0).keypoints().x(0)).isEqualTo(other);
        assertThat(people().get(1).keypoints().x(0)).isEqualTo(before);
        models.commands().undo();
        double left = people().get(0).keypoints().x(1);
        models.commands().mirror();
        assertThat(people().get(0).keypoints().x(2))
                .isEqualTo(2 * people().get(0).box().centerX() - left);
        assertThat(failures).isEmpty();
    }

    @Test
    void worstAgreementFirstListsAgainWhenASliderMoves() throws IOException {
        models.predictions()
                .showResults(Files.writeString(
                        folder.resolve("results.json"),
                        "[" + like("a", 40, 0.9) + "," + like("b", 12, 0.9) + "," + like("c", 1, 0.9) + ","
                                + like("a", 0, 0.6) + "]"));
        models.browser().orderProperty().set(org.posewright.annotations.query.Sort.WORST_OKS);
        assertThat(listed()).containsExactly("b.jpg", "c.jpg", "a.jpg");
        models.predictions().confidenceProperty().set(0.7);
        assertThat(listed()).containsExactly("a.jpg", "b.jpg", "c.jpg");
        models.predictions().confidenceProperty().set(0.25);
        assertThat(listed()).containsExactly("b.jpg", "c.jpg", "a.jpg");
    }

    private List<String> listed() {
        return models.browser().picturesProperty().get().keys().stream()
                .map(key -> key.fileName())
                .toList();
    }

    /** The label of a picture, moved to the right. */
    private String like(String picture, double dx, double score) {
        PersonInstance label = people().get(0);
        StringBuilder points = new StringBuilder();
        for (int k = 0; k < label.keypoints().size(); k++) {
            points.append(k == 0 ? "" : ",")
                    .append(label.keypoints().x(k) + dx)
                    .append(',')
                    .append(label.keypoints().y(k))
                    .append(",0.9");
        }
        return "{\"image_id\":\"" + picture + "\",\"category_id\":1,\"bbox\":["
                + (label.box().x() + dx) + "," + label.box().y() + ","
                + label.box().width() + ","
                + label.box().height() + "],\"keypoints\":[" + points + "],\"score\":" + score + "}";
    }

    private List<PersonInstance> people() {
        return models.editor().record().orElseThrow().people();
    }

    /** Two people far from the label, the better one left below, the other right above. */
    private Path results(int keypoints) throws IOException {
        return Files.writeString(
                folder.resolve("results.json"),
                "[" + detection(5, 190, 0.9, keypoints) + "," + detection(180, 10, 0.6, keypoints) + "]");
    }

    private static String detection(double x, double y, double score, int keypoints) {
        String points = Optional.of((x + "," + y + ",0.9,").repeat(keypoints))
                .map(text -> text.substring(0, text.length() - 1))
                .orElseThrow();
        return "{\"image_id\":\"a\",\"category_id\":1,\"bbox\":[" + (x - 4) + "," + (y - 4) + ",8,8],\"keypoints\":["
                + points + "],\"score\":" + score + "}";
    }
}
