package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoints;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.fx.FxWait;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.training.BeforeAfter;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunLibrary;
import org.posewright.app.training.StoredRun;
import org.posewright.app.training.TrainingNatives;

/**
 * The loop of the program in its whole window, with a real training process: open the sample, correct a planted mistake, fine-tune for
 * one epoch, predict with the new model, look at what became better and worse.
 */
@ExtendWith(HeadlessFx.class)
class FineTuneStoryTest {

    private static final long LOADING_SECONDS = 60;
    private static final long TRAINING_SECONDS = 240;
    private static final int LEFT_HIP = 11;
    private static final int RIGHT_HIP = 12;

    @TempDir
    Path folder;

    private StoryWindow window;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(TrainingNatives.arePresent(), "the trainer's library is not on the class path");
        window = StoryWindow.open(folder.resolve("home"));
    }

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void fromAPlantedMistakeToBeforeAndAfter() throws Exception {
        window.command("file.open-sample");
        FxWait.until(
                LOADING_SECONDS,
                () -> window.root().models().editor().sceneProperty().get() != null);
        ImageKey corrected = correctExchangedSides();

        Path model = FreshModel.write(folder.resolve("fresh.pt"), 96);
        RunFiles run = fineTune(model);
        assertThat(run.folder().bestOnnx()).exists();
        assertTheRunLearnedFromTheCorrection(run, corrected);

        window.command("train.use");
        FxWait.until(LOADING_SECONDS, () -> window.root()
                .models()
                .models()
                .file()
                .filter(run.folder().bestOnnx()::equals)
                .isPresent());
        window.command("model.predict");
        FxWait.until(LOADING_SECONDS, () -> window.root().models().predictions().isPredicted(corrected));

        window.command("train.changes");
        String summary = window.awaitLabel("COCO AP", LOADING_SECONDS);
        assertThat(summary).contains("on pictures not trained on");
        List<Double> changes = FxWait.onFx(() -> changes().getItems().stream()
                .map(change -> ((BeforeAfter.Change) change).change().change())
                .toList());
        assertThat(changes).hasSizeGreaterThan(5).isSorted();
    }

    /** Selects the person whose sides were exchanged and exchanges them back, by the command of the key S. */
    private ImageKey correctExchangedSides() throws Exception {
        JsonNode mistake = mistake("SIDES_SWAPPED");
        String name = mistake.path("image").asText();
        int row = mistake.path("row").asInt();
        var workspace = window.root().models().workspace();
        FxWait.until(LOADING_SECONDS, () -> workspace
                .session()
                .filter(s -> s.store().loadedCount() == s.source().entries().size())
                .isPresent());
        ImageKey key = FxWait.onFx(() -> workspace.session().orElseThrow().store().keys().stream()
                .filter(one -> one.fileName().equals(name))
                .findFirst()
                .orElseThrow());
        Keypoints wrong = FxWait.onFx(() -> points(key, row));
        FxWait.onFx(() -> {
            workspace.imageProperty().set(key);
            var editor = window.root().models().editor();
            editor.selectionProperty()
                    .set(Selection.ofPerson(
                            editor.record().orElseThrow().people().get(row).id()));
            return true;
        });
        window.command("edit.swap-sides");
        FxWait.until(LOADING_SECONDS, () -> points(key, row).x(LEFT_HIP) == wrong.x(RIGHT_HIP));
        return key;
    }

    private JsonNode mistake(String kind) throws Exception {
        Path root = FxWait.onFx(() -> window.root()
                .models()
                .workspace()
                .session()
                .orElseThrow()
                .store()
                .frame()
                .root());
        for (JsonNode one : new ObjectMapper()
                .readTree(root.resolve("planted-mistakes.json").toFile())) {
            if (one.path("kind").asText().equals(kind)) {
                return one;
            }
        }
        throw new AssertionError("no mistake of kind " + kind);
    }

    private Keypoints points(ImageKey key, int row) {
        return window.root()
                .models()
                .workspace()
                .session()
                .orElseThrow()
                .store()
                .get(key)
                .people()
                .get(row)
                .keypoints();
    }

    /** Fills in the dialog, starts, and waits for the end. */
    private RunFiles fineTune(Path model) throws Exception {
        window.command("train.fine-tune");
        window.type("model", model.toString());
        FxWait.until(LOADING_SECONDS, () -> window.dialogField("imgsz")
                .map(TextField::getText)
                .filter("96"::equals)
                .isPresent());
        window.type("epochs", "1");
        window.press("Start training", LOADING_SECONDS);
        window.awaitLabel("Fine-tuning run", LOADING_SECONDS);
        FxWait.until(TRAINING_SECONDS, () -> window.canRunNow("train.use"));
        RunLibrary library = new RunLibrary(folder.resolve("home/data/runs"));
        FxWait.until(LOADING_SECONDS, () -> library.list().runs().stream().noneMatch(StoredRun::isActive));
        List<StoredRun> runs = library.list().runs();
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).epochsDone()).isEqualTo(1);
        assertThat(runs.get(0).settings()).containsEntry("imgsz", "96").containsEntry("epochs", "1");
        return runs.get(0).files();
    }

    /** The snapshot of labels has the corrected points though nothing was saved. */
    private void assertTheRunLearnedFromTheCorrection(RunFiles run, ImageKey corrected) throws Exception {
        assertThat(window.root().models().status().hasUnsaved()).isTrue();
        String stem = corrected.fileName().replaceFirst("\\.jpg$", ".txt");
        Path original = FxWait.onFx(() -> window.root()
                        .models()
                        .workspace()
                        .session()
                        .orElseThrow()
                        .store()
                        .frame()
                        .root())
                .resolve("labels/train")
                .resolve(stem);
        assertThat(run.data().resolve("labels/train").resolve(stem))
                .content()
                .isNotEqualTo(java.nio.file.Files.readString(original));
    }

    private ListView<?> changes() {
        return window.find(ListView.class, node -> "Before and after".equals(node.getAccessibleText()))
                .orElseThrow();
    }
}
