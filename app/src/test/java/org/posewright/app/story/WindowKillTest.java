package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.app.fx.FxWait;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.StoredRun;
import org.posewright.app.training.TrainingNatives;

/** Kills the window while its run trains: the run goes on, the next window shows it at work, and the edit is there. */
@ExtendWith(HeadlessFx.class)
class WindowKillTest {

    private static final long PATIENCE_SECONDS = TrainingKills.TRAINING_SECONDS;

    @TempDir
    Path folder;

    @Test
    void trainingGoesOnAndTheNextWindowShowsIt() throws Exception {
        assumeTrue(TrainingNatives.arePresent(), "the trainer's library is not on the class path");
        Path set = TrainingKills.draw(folder);
        Path said = folder.resolve("said.txt");
        Process first = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WindowDriver.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            while (!Files.readString(said).contains("editing while training")) {
                assertThat(first.waitFor(100, TimeUnit.MILLISECONDS))
                        .as("the window ended: %s", Files.readString(said))
                        .isFalse();
            }
        } finally {
            first.destroyForcibly();
        }
        assertThat(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        StoredRun run = TrainingKills.run(folder);
        assertThat(run.isActive()).isTrue();
        TrainingKills.awaitEpoch(folder, run.epochsDone() + 1, PATIENCE_SECONDS);
        lookAgain(set, run.files());
    }

    private void lookAgain(Path set, RunFiles run) throws Exception {
        try (StoryWindow second = StoryWindow.open(folder.resolve("home"))) {
            // The status bar shows it whatever screen is shown.
            second.awaitLabel("Fine-tuning " + run.name(), PATIENCE_SECONDS);
            TrainingKills.openDataset(second, set);
            assertThat(TrainingKills.point(second)).isEqualTo(WindowDriver.EDIT);
            second.command("train.runs");
            second.awaitLabel("training", PATIENCE_SECONDS);
            second.command("train.stop");
            FxWait.until(
                    PATIENCE_SECONDS,
                    () -> second.canRunNow("train.use")
                            && !TrainingKills.run(folder).isActive());
        }
        assertThat(run.folder().bestOnnx()).exists();
    }
}
