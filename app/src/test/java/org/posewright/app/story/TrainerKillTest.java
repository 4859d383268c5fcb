package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.fx.FxWait;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.TrainingNatives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the training process at random moments while somebody edits, and resumes each time: the window goes on, says what happened and what
 * to do, the run goes on after its last finished epoch, and no edit is lost. Two kills in a build;
 * {@code app/src/test/scripts/train-kill-test} does twenty.
 */
@ExtendWith(HeadlessFx.class)
class TrainerKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(TrainerKillTest.class);

    /** From before the library is loaded until some epochs are done. */
    private static final int WITHIN_MILLIS = 12_000;

    /** While it trains, validates, or saves. */
    private static final int WITHIN_AN_EPOCH_MILLIS = 1500;

    private static final long PATIENCE_SECONDS = TrainingKills.TRAINING_SECONDS;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_125);

    @Test
    void aKilledTrainerCostsNothing() throws Exception {
        assumeTrue(TrainingNatives.arePresent(), "the trainer's library is not on the class path");
        int kills = Integer.getInteger("posewright.kills", 2);
        Path set = TrainingKills.draw(folder);
        int beforeAnEpoch = 0;
        double last;
        ImageKey picture;
        try (StoryWindow window = StoryWindow.open(folder.resolve("home"))) {
            TrainingKills.openDataset(window, set);
            picture = TrainingKills.shown(window);
            RunFiles run = TrainingKills.startRun(window, folder);
            int done = 0;
            for (int kill = 0; kill < kills; kill++) {
                double edited = TrainingKills.edit(window, kill);
                if (kill % 2 == 1) {
                    TrainingKills.awaitEpoch(folder, done + 1, PATIENCE_SECONDS);
                }
                TrainingKills.killTrainer(run, random, kill % 2 == 1 ? WITHIN_AN_EPOCH_MILLIS : WITHIN_MILLIS);
                assertExplained(window);
                assertThat(TrainingKills.point(window)).isEqualTo(edited);
                int saved = TrainingKills.epochsSaved(run);
                assertThat(saved).isGreaterThanOrEqualTo(done);
                beforeAnEpoch += saved == done ? 1 : 0;
                window.command("train.resume");
                // The edits of a person do not wait for the process.
                TrainingKills.edit(window, 1000 + kill);
                FxWait.until(PATIENCE_SECONDS, () -> TrainingKills.run(folder).isActive());
                done = saved;
            }
            TrainingKills.awaitEpoch(folder, done + 1, PATIENCE_SECONDS);
            last = TrainingKills.edit(window, 5000);
            window.command("train.stop");
            FxWait.until(
                    PATIENCE_SECONDS,
                    () -> window.canRunNow("train.use")
                            && !TrainingKills.run(folder).isActive());
            assertEpochsAreWithoutGaps(TrainingKills.run(folder));
        }
        assertEditsAreBack(set, picture, last);
        LOG.info(
                "{} kills, {} of them before an epoch was done; every resume went on, no edit lost",
                kills,
                beforeAnEpoch);
    }

    /** The page of the run says what happened and what to do, and offers to go on. */
    private static void assertExplained(StoryWindow window) throws Exception {
        window.command("train.runs");
        String sentence = window.awaitLabel("The training process ended without a word", PATIENCE_SECONDS);
        assertThat(sentence).contains("No edit is lost; Resume goes on after the last finished epoch");
        FxWait.until(PATIENCE_SECONDS, () -> window.canRunNow("train.resume"));
        window.command("train.back");
    }

    private static void assertEpochsAreWithoutGaps(org.posewright.app.training.StoredRun run) throws Exception {
        List<double[]> rows =
                new org.posewright.training.run.ResultsCsv(run.files().folder().results()).read();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)[0]).isEqualTo(i + 1);
        }
    }

    /** Nothing was saved: the journal alone has to bring the edit back. */
    private void assertEditsAreBack(Path set, ImageKey picture, double last) throws Exception {
        try (StoryWindow again = StoryWindow.open(folder.resolve("home"))) {
            TrainingKills.openDataset(again, set);
            FxWait.onFx(() -> {
                again.root().models().workspace().imageProperty().set(picture);
                return true;
            });
            assertThat(TrainingKills.point(again)).isEqualTo(last);
        }
    }
}
