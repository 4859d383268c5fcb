package org.posewright.app.viewmodel.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.training.DataChoice;
import org.posewright.app.training.EstimateFolders;
import org.posewright.app.training.RunEstimator;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunLauncher;
import org.posewright.app.training.RunPhase;
import org.posewright.app.training.TrainingNatives;
import org.posewright.app.training.TrainingProgram;
import org.posewright.app.viewmodel.SmallDataset;
import org.posewright.app.viewmodel.SmallEditor;

/** The dialog and the run view without a toolkit; the trainer is a script that tells a short story. */
class FineTuneViewModelTest {

    private static final String STORY =
            """
            #!/bin/sh
            echo "$@" > words.txt
            echo '{"event":"note","text":"hello"}'
            {
            echo '{"event":"started","pid":'$$',"start_epoch":1,"epochs":2,"batch":2,"imgsz":64,"train_images":3,"val_images":1}'
            echo '{"event":"batch","epoch":1,"epochs":2,"batch":1,"batches":1,"losses":{"pose":1.0},"images_per_second":3}'
            echo '{"event":"epoch","epoch":1,"row":{"epoch":1,"metrics/mAP50-95(P)":0.5}}'
            } >> progress.jsonl
            %s
            """;

    @TempDir
    Path folder;

    private final DirectTaskService tasks = new DirectTaskService();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<Throwable> failures = new ArrayList<>();
    private EditorModels models;

    @BeforeEach
    void openDataset() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the fake trainer is a shell script");
        SmallDataset.write(folder.resolve("set"));
        models = SmallEditor.closed(folder, failures);
    }

    @AfterEach
    void close() {
        models.opening().close();
    }

    @Test
    void theBadgeNamesWhatIsMissingUntilNothingIs() throws IOException {
        assumeTrue(TrainingNatives.arePresent(), "the trainer's library is not on the class path");
        FineTuneViewModel form = new FineTuneViewModel(models.workspace(), services("exit 0"));
        assertThat(sentence(form)).isEqualTo(messages.text("train.missing.dataset"));

        models.opening().open(OpenRequest.of(folder.resolve("set")));
        form.recount();
        assertThat(sentence(form)).isEqualTo(messages.text("train.missing.model"));

        form.modelProperty().set(folder.resolve("nothing.pt"));
        assertThat(sentence(form)).contains("nothing.pt");

        form.modelProperty().set(Files.createFile(folder.resolve("some.pt")));
        form.choiceProperty().set(new DataChoice("train", DataChoice.Pictures.REVIEWED, "", 0));
        assertThat(sentence(form)).isEqualTo(messages.text("train.missing.pictures"));

        form.choiceProperty().set(new DataChoice("train", DataChoice.Pictures.ALL, "", 0));
        assertThat(sentence(form)).isEqualTo(messages.text("train.missing.held-out"));

        form.choiceProperty().set(new DataChoice("train", DataChoice.Pictures.ALL, "", 50));
        form.settings().field("epochs").textProperty().set("many");
        assertThat(sentence(form)).contains("epochs");
        form.settings().field("epochs").reset();
        form.settings().field("device").textProperty().set("tpu");
        assertThat(sentence(form)).contains("tpu");
        form.settings().field("device").reset();
        assertThat(form.readinessProperty().get().isReady()).as(sentence(form)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void anEstimateGoesWithTheSettingsItWasMeasuredFor() throws IOException {
        assumeTrue(TrainingNatives.arePresent(), "the trainer's library is not on the class path");
        FineTuneViewModel form = new FineTuneViewModel(models.workspace(), services("exit 0"));
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        form.modelProperty().set(Files.createFile(folder.resolve("some.pt")));
        form.choiceProperty().set(new DataChoice("train", DataChoice.Pictures.ALL, "", 50));
        form.measure();
        assertThat(form.estimateProperty().get()).isNotEmpty();
        form.settings().field("epochs").textProperty().set("7");
        assertThat(form.estimateProperty().get()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsHandedOnAndPresetsMoveUntouchedFields() {
        TrainingSettings settings = new TrainingSettings();
        settings.presetProperty().set(TrainingSettings.Preset.REFERENCE);
        settings.field("threads").textProperty().set("0");
        assertThat(settings.words()).isEmpty();
        settings.field("epochs").textProperty().set("7");
        String gentle = settings.field("lr0").usual();
        settings.presetProperty().set(TrainingSettings.Preset.CORRECTION);
        assertThat(settings.field("lr0").textProperty().get()).isNotEqualTo(gentle);
        assertThat(settings.words()).containsEntry("preset", "correction").containsEntry("epochs", "7");
        assertThat(settings.words()).doesNotContainKeys("lr0", "freeze");
        assertThat(settings.arguments().integer("epochs")).isEqualTo(7);
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void aRunIsFollowedToItsEnd() throws IOException {
        RunViewModel run = started("echo '{\"event\":\"finished\",\"outcome\":\"completed\",\"text\":\"all done\"}'"
                + " >> progress.jsonl");
        assertThat(failures).isEmpty();
        assertThat(run.stateProperty().get().phase()).isEqualTo(RunPhase.COMPLETED);
        assertThat(run.stateProperty().get().closing()).isEqualTo("all done");
        assertThat(run.stateProperty().get().notes()).containsExactly("hello");
        assertThat(run.canPause().getValue()).isFalse();
        assertThat(run.canResume().getValue()).isFalse();
        Path words = run.runProperty().get().path().resolve("words.txt");
        assertThat(Files.readString(words))
                .contains("model=", "data=", "preset=correction", "progress=json")
                .doesNotContain("epochs=");
    }

    @Test
    void aProcessThatDiesIsExplainedAndCanGoOn() throws IOException {
        RunViewModel run = started("echo 'java.lang.OutOfMemoryError: Java heap space' >&2; kill -9 $$");
        assertThat(run.stateProperty().get().phase()).isEqualTo(RunPhase.CRASHED);
        assertThat(run.stateProperty().get().closing())
                .contains("ran out of memory")
                .contains("batch=1");
        assertThat(run.canResume().getValue()).isTrue();
        run.resume();
        assertThat(run.stateProperty().get().phase()).isEqualTo(RunPhase.CRASHED);
        assertThat(failures).isEmpty();
    }

    @Test
    void anEndedProcessThatComplainedGivesItsOwnWords() throws IOException {
        RunViewModel run = started("echo 'posewright: the picture x.jpg cannot be read' >&2; exit 1");
        assertThat(run.stateProperty().get().phase()).isEqualTo(RunPhase.FAILED);
        assertThat(run.stateProperty().get().closing()).isEqualTo("the picture x.jpg cannot be read");
    }

    private RunViewModel started(String ending) throws IOException {
        TrainingServices services = services(ending);
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        FineTuneViewModel form = new FineTuneViewModel(models.workspace(), services);
        form.modelProperty().set(Files.createFile(folder.resolve("some.pt")));
        form.choiceProperty().set(new DataChoice("train", DataChoice.Pictures.ALL, "", 50));
        RunViewModel run = new RunViewModel(services, () -> {});
        List<RunFiles> begun = new ArrayList<>();
        form.start(begun::add);
        assertThat(begun).as(failures.toString()).hasSize(1);
        run.open(begun.get(0));
        return run;
    }

    private TrainingServices services(String ending) throws IOException {
        Path script = folder.resolve("trainer.sh");
        Files.writeString(script, String.format(STORY, ending));
        TrainingProgram program = new TrainingProgram(List.of("/bin/sh", script.toString()));
        return new TrainingServices(
                new RunLauncher(program, folder.resolve("runs")),
                new RunEstimator(program, new EstimateFolders(folder.resolve("estimates"))),
                tasks,
                messages,
                (what, why) -> failures.add(why));
    }

    private static String sentence(FineTuneViewModel form) {
        return form.readinessProperty().get().sentence();
    }
}
