package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.sample.SampleDataset;
import org.posewright.training.TrainingData;
import org.posewright.training.TrainingPlan;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.augment.Sample;
import org.posewright.training.data.BatchLoader;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.data.TrainingSet;
import org.posewright.training.data.UnreadablePictures;
import org.posewright.training.run.TrainingControl;

/** Real child processes on a tiny drawn dataset. */
class RunLauncherTest {

    private static final long PATIENCE_MILLIS = 120_000;
    private static final Map<String, String> SMALL = Map.of(
            "imgsz", "64", "batch", "2", "threads", "1", "workers", "1", "plots", "false", "export", "false", "seed",
            "5");

    @TempDir
    Path folder;

    private RunLauncher launcher;
    private Dataset dataset;

    @BeforeEach
    void draw() throws IOException {
        assumeTrue(TrainingNatives.arePresent(), "the trainer's library is not on the class path");
        new SampleDataset(new SampleDataset.Plan(6, 2, 0, 3))
                .write(folder.resolve("set"), ProgressListener.NONE, CancellationToken.NONE);
        dataset = open(folder.resolve("set"));
        launcher = new RunLauncher(TrainingProgram.ofThisProgram(), folder.resolve("runs"));
    }

    @Test
    void aKilledRunIsExplainedGoesOnAndStopsWhenAsked() throws Exception {
        RunFiles files = begin(Map.of("epochs", "200"));
        RunFollower follower = follower(files);
        RunState running = awaitEpoch(follower, 1);
        assertThat(running.setup().trainingImages()).isEqualTo(6);
        assertBatchesAreTheTrainers(files);

        RunProcess process = RunProcess.read(files.process()).orElseThrow();
        assertThat(process.isAlive()).isTrue();
        process.kill();
        List<RunState> heard = new ArrayList<>();
        follower.follow(heard::add, CancellationToken.NONE);
        RunState dead = heard.get(heard.size() - 1);
        assertThat(dead.phase()).isEqualTo(RunPhase.CRASHED);
        assertThat(dead.closing()).isEqualTo("silent");
        int done = dead.epochsDone();

        launcher.resume(files);
        RunState again = awaitEpoch(follower(files), done + 1);
        assertThat(String.join(" ", again.notes())).contains("Resumed after epoch " + done);
        launcher.control(files, TrainingControl.Wish.STOP);
        List<RunState> resumed = new ArrayList<>();
        follower(files).follow(resumed::add, CancellationToken.NONE);
        RunState end = resumed.get(resumed.size() - 1);
        assertThat(end.phase()).as(end.closing()).isEqualTo(RunPhase.STOPPED);
        assertThat(files.folder().best()).exists();
        for (int i = 0; i < end.epochs().size(); i++) {
            assertThat(end.epochs().get(i).epoch()).isEqualTo(i + 1);
        }
        StoredRun stored = new RunLibrary(folder.resolve("runs")).list().runs().get(0);
        assertThat(stored.epochsDone()).isEqualTo(end.epochsDone());
        assertThat(stored.isActive()).isFalse();
        assertThat(stored.settings()).containsEntry("imgsz", "64").doesNotContainKey("project");
    }

    @Test
    void aRunThatCannotBeginSaysWhy() throws Exception {
        RunFiles files = launcher.begin(
                new RunRequest("no-such-model.pt", "set", "all", SMALL),
                snapshot(),
                ProgressListener.NONE,
                CancellationToken.NONE);
        List<RunState> heard = new ArrayList<>();
        new RunFollower(files, why -> why.cause() + ": " + why.detail()).follow(heard::add, CancellationToken.NONE);
        RunState end = heard.get(heard.size() - 1);
        assertThat(end.phase()).isEqualTo(RunPhase.FAILED);
        assertThat(end.closing()).contains("told").contains("no-such-model.pt");
    }

    @Test
    void timeAndMemoryAreMeasuredInAFewSteps() throws Exception {
        RunEstimator.Estimate estimate = new RunEstimator(
                        TrainingProgram.ofThisProgram(), new EstimateFolders(folder.resolve("estimates")))
                .measure(request(Map.of("epochs", "10")), snapshot(), ProgressListener.NONE, CancellationToken.NONE);
        assertThat(estimate.imagesPerSecond()).isPositive();
        assertThat(estimate.memoryBytes()).isGreaterThan(50_000_000L);
        assertThat(estimate.seconds()).isEqualTo(60 / estimate.imagesPerSecond());
        assertThat(folder.resolve("estimates")).isEmptyDirectory();
    }

    /** The loader that the training loop uses, on the labels that were open, against the preview of the run folder. */
    private void assertBatchesAreTheTrainers(RunFiles files) throws Exception {
        BatchPreview preview = BatchPreview.ofRun(files, CancellationToken.NONE);
        TrainingArguments arguments =
                TrainingArguments.ofYaml(Files.readString(files.folder().arguments()));
        TrainingPlan plan = new TrainingPlan(arguments);
        TrainingData data = TrainingData.of(snapshot().dataset(), arguments);
        TrainingSet set = data.trainingSet(plan, Optional.empty(), new UnreadablePictures());
        int points = data.skeleton().size();
        TrainingPipeline pipeline = data.pipeline(plan, 2, set);
        for (int epoch = 0; epoch < 2; epoch++) {
            try (BatchLoader loader = new BatchLoader(pipeline, epoch, 2)) {
                for (int batch = 0; loader.hasNext(); batch++) {
                    PixelBatch trained = loader.next();
                    List<Sample> shown = preview.samples(epoch, batch);
                    PixelBatch seen = PixelBatch.of(shown, points);
                    assertThat(seen.rgb()).isEqualTo(trained.rgb());
                    assertThat(seen.targets().boxes())
                            .containsExactly(trained.targets().boxes());
                    assertThat(seen.targets().keypoints())
                            .containsExactly(trained.targets().keypoints());
                }
            }
        }
    }

    private RunFiles begin(Map<String, String> settings) throws IOException {
        return launcher.begin(request(settings), snapshot(), ProgressListener.NONE, CancellationToken.NONE);
    }

    private static RunRequest request(Map<String, String> settings) {
        Map<String, String> all = new java.util.LinkedHashMap<>(SMALL);
        all.putAll(settings);
        return new RunRequest("yolo11n-pose.yaml", "set", "all", all);
    }

    private TrainingSnapshot snapshot() {
        Map<ImageKey, ImageStatus> none = Map.of();
        return new DataChoice("train", DataChoice.Pictures.ALL, "val", 0).of(dataset, none);
    }

    private static RunFollower follower(RunFiles files) {
        return new RunFollower(files, CrashExplanation::cause);
    }

    /** Follows until an epoch is done. */
    private static RunState awaitEpoch(RunFollower follower, int epoch) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        List<RunState> last = new ArrayList<>();
        follower.follow(
                last::add,
                () -> System.currentTimeMillis() > deadline
                        || !last.isEmpty() && last.get(last.size() - 1).epochsDone() >= epoch);
        RunState state = last.get(last.size() - 1);
        assertThat(state.epochsDone()).as(state.toString()).isGreaterThanOrEqualTo(epoch);
        return state;
    }

    private static Dataset open(Path path) throws IOException {
        DatasetSource source =
                new DatasetRecognizer().open(OpenRequest.of(path), ProgressListener.NONE, CancellationToken.NONE);
        return source.loadAll(source.entries(), ProgressListener.NONE, CancellationToken.NONE)
                .dataset();
    }
}
