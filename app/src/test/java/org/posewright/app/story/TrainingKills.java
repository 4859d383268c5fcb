package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.fx.FxWait;
import org.posewright.app.sample.SampleDataset;
import org.posewright.app.training.CrashExplanation;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunFollower;
import org.posewright.app.training.RunLibrary;
import org.posewright.app.training.RunProcess;
import org.posewright.app.training.RunState;
import org.posewright.app.training.StoredRun;
import org.posewright.training.checkpoint.pt.PtReader;

/** What tests that kill have in common: a drawn dataset, a long run of a tiny network, and edits meanwhile. */
final class TrainingKills {

    static final long LOADING_SECONDS = 180;

    static final long TRAINING_SECONDS = 300;

    private static final int PICTURES = 6;
    private static final String ENDLESS = "100000";

    private TrainingKills() {}

    /** Draws the dataset; its folder. */
    static Path draw(Path folder) throws IOException {
        Path set = folder.resolve("set");
        new SampleDataset(new SampleDataset.Plan(PICTURES, 2, 0, 3))
                .write(set, ProgressListener.NONE, CancellationToken.NONE);
        FreshModel.write(folder.resolve("fresh.pt"), 64);
        return set;
    }

    /** Opens the dataset and waits until its labels are read. */
    static void openDataset(StoryWindow window, Path set) throws Exception {
        FxWait.onFx(() -> {
            window.root().open(set);
            return true;
        });
        var workspace = window.root().models().workspace();
        FxWait.until(LOADING_SECONDS, () -> workspace
                .session()
                .filter(s -> s.store().loadedCount() == s.source().entries().size())
                .isPresent());
        FxWait.until(
                LOADING_SECONDS, () -> window.root().models().editor().record().isPresent());
    }

    /** Starts a run that would never end by itself, through the dialog. */
    static RunFiles startRun(StoryWindow window, Path folder) throws Exception {
        window.command("train.fine-tune");
        window.type("model", folder.resolve("fresh.pt").toString());
        window.type("epochs", ENDLESS);
        window.type("batch", "2");
        window.type("threads", "1");
        window.press("Start training", LOADING_SECONDS);
        window.awaitLabel("Fine-tuning run", LOADING_SECONDS);
        return run(folder).files();
    }

    static StoredRun run(Path folder) throws IOException {
        return new RunLibrary(folder.resolve("home/data/runs")).list().runs().get(0);
    }

    /**
     * Moves the first point of the picture that is shown, and waits until the window shows it, which is when the edit is safe on disk: a disk
     * that is still taking in an unpacked library can take its time for that.
     *
     * @return where the point is now
     */
    static double edit(StoryWindow window, int number) throws Exception {
        double wanted = FxWait.onFx(() -> {
            var models = window.root().models();
            var person = models.editor().record().orElseThrow().people().get(0);
            double x = 10 + number / 8.0;
            models.commands().moveKeypoint(person.id(), 0, x, person.keypoints().y(0));
            return x;
        });
        FxWait.until(LOADING_SECONDS, () -> pointNow(window) == wanted);
        return wanted;
    }

    /** Where the first point of the picture that is shown is now. */
    static double point(StoryWindow window) throws Exception {
        return FxWait.onFx(() -> pointNow(window));
    }

    private static double pointNow(StoryWindow window) {
        return window.root()
                .models()
                .editor()
                .record()
                .orElseThrow()
                .people()
                .get(0)
                .keypoints()
                .x(0);
    }

    static ImageKey shown(StoryWindow window) throws Exception {
        return FxWait.onFx(
                () -> window.root().models().workspace().imageProperty().get());
    }

    /**
     * Epochs that a resumed run need not repeat: those in the last checkpoint, which must be readable after any kill. An epoch whose row is in
     * results.csv but whose weights were not yet saved is trained again.
     */
    static int epochsSaved(RunFiles run) {
        Path last = run.folder().last();
        return Files.exists(last) ? PtReader.read(last).info().epoch() + 1 : 0;
    }

    /** Waits, without keeping the window busy, until so many epochs are done. */
    static void awaitEpoch(Path folder, int epoch, long patienceSeconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        AtomicReference<RunState> last = new AtomicReference<>(RunState.UNKNOWN);
        new RunFollower(run(folder).files(), CrashExplanation::cause)
                .follow(last::set, () -> last.get().epochsDone() >= epoch || System.nanoTime() > deadline);
        assertThat(last.get().epochsDone()).as(last.get().toString()).isGreaterThanOrEqualTo(epoch);
    }

    /** Kills the trainer within so many milliseconds. */
    static void killTrainer(RunFiles run, Random random, int withinMillis) throws Exception {
        ProcessHandle process = ProcessHandle.of(
                        RunProcess.read(run.process()).orElseThrow().pid())
                .orElseThrow();
        int moment = random.nextInt(withinMillis);
        try {
            process.onExit().get(moment, TimeUnit.MILLISECONDS);
            throw new AssertionError("the trainer ended by itself within " + moment + " ms");
        } catch (TimeoutException stillAtWork) {
            assertThat(process.destroyForcibly()).isTrue();
            process.onExit().get(LOADING_SECONDS, TimeUnit.SECONDS);
        }
    }
}
