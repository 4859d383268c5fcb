package org.posewright.app.story;

import java.nio.file.Path;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.training.RunFiles;

/** A window in a process of its own that starts a run, edits, and waits to be killed. */
final class WindowDriver {

    /** Where it leaves the first point. */
    static final double EDIT = 10 + 77 / 8.0;

    private WindowDriver() {}

    public static void main(String[] arguments) throws Exception {
        new HeadlessFx();
        Path folder = Path.of(arguments[0]);
        StoryWindow window = StoryWindow.open(folder.resolve("home"));
        TrainingKills.openDataset(window, folder.resolve("set"));
        RunFiles run = TrainingKills.startRun(window, folder);
        TrainingKills.awaitEpoch(folder, 1, TrainingKills.TRAINING_SECONDS);
        TrainingKills.edit(window, 77);
        System.out.println("editing while training " + run.name());
        System.out.flush();
        Thread.currentThread().join();
    }
}
