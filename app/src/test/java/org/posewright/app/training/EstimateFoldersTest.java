package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements that a killed window left are removed at the next start, and nothing else is. */
class EstimateFoldersTest {

    @TempDir
    Path parent;

    private EstimateFolders folders;

    @BeforeEach
    void make() {
        folders = new EstimateFolders(parent.resolve("estimates"));
    }

    /** Another process had this one's number before: a second is not a start that the system would tell of this one. */
    private Path leftByAKilledWindow() throws IOException {
        Path folder =
                folders.parent().resolve("estimate-" + ProcessHandle.current().pid() + "-1000-123");
        Files.createDirectories(folder.resolve("data/labels"));
        Files.writeString(folder.resolve("data/labels/a.txt"), "0 0.5 0.5 1 1\n");
        return folder;
    }

    @Test
    void whatAKilledWindowLeftIsRemoved() throws IOException {
        assumeTrue(ProcessHandle.current().info().startInstant().isPresent(), "the system tells no starts");
        Path left = leftByAKilledWindow();
        folders.removeAbandoned();
        assertThat(left).doesNotExist();
    }

    @Test
    void whatARunningWindowMeasuresStays() throws IOException {
        Path mine = folders.make();
        Files.writeString(mine.resolve("progress.jsonl"), "{}\n");
        folders.removeAbandoned();
        assertThat(mine.resolve("progress.jsonl")).exists();
    }

    @Test
    void whatIsNoMeasurementStays() throws IOException {
        Path other = Files.createDirectories(folders.parent().resolve("estimate-of-my-own"));
        Path file = Files.writeString(folders.parent().resolve("estimate-1-1-file"), "");
        folders.removeAbandoned();
        assertThat(other).exists();
        assertThat(file).exists();
    }

    @Test
    void aTrainerThatStillMeasuresForNobodyIsEnded() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the fake trainer is a shell");
        assumeTrue(ProcessHandle.current().info().startInstant().isPresent(), "the system tells no starts");
        Path left = leftByAKilledWindow();
        Process trainer = new ProcessBuilder(List.of("/bin/sh", "-c", "read forever")).start();
        try {
            RunProcess.of(trainer.toHandle()).write(RunFiles.of(left).process());
            folders.removeAbandoned();
            assertThat(trainer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(left).doesNotExist();
        } finally {
            trainer.destroyForcibly();
        }
    }

    @Test
    void nothingWasEverMeasured() {
        folders.removeAbandoned();
        assertThat(folders.parent()).doesNotExist();
    }
}
