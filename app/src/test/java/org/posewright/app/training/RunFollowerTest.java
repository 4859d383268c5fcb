package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.training.run.RunFolder;

class RunFollowerTest {

    /** No process has this number. */
    private static final long GONE = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void aResumedProcessThatDiesBeforeItsFirstWordIsACrash() throws IOException {
        RunFiles run = stoppedRun(GONE - 1);
        new RunProcess(GONE - 1, 0).write(run.process());
        assertThat(read(run).phase()).isEqualTo(RunPhase.STOPPED);

        new RunProcess(GONE, 0).write(run.process());
        RunState state = read(run);
        assertThat(state.phase()).isEqualTo(RunPhase.CRASHED);
        assertThat(state.closing()).isEqualTo("silent");
        assertThat(state.epochsDone()).isEqualTo(1);
    }

    @Test
    void aRunThatWasGoneOnWithFromTheCommandLineHasNotCrashed() throws IOException {
        RunFiles run = stoppedRun(GONE - 1);
        new RunProcess(GONE - 1, 0).write(run.process());
        append(run, started(GONE));
        append(run, "{\"event\":\"finished\",\"outcome\":\"completed\",\"text\":\"done\"}");
        assertThat(read(run).phase()).isEqualTo(RunPhase.COMPLETED);
    }

    @Test
    void aProcessThatHasSaidItsLastWordIsFinishing() throws IOException {
        RunProcess mine = RunProcess.of(ProcessHandle.current());
        RunFiles run = stoppedRun(mine.pid());
        mine.write(run.process());
        assertThat(read(run).phase()).isEqualTo(RunPhase.FINISHING);
    }

    private RunFiles stoppedRun(long pid) throws IOException {
        RunFiles run = new RunFiles(new RunFolder(folder));
        append(run, started(pid));
        append(run, "{\"event\":\"epoch\",\"epoch\":1,\"row\":{\"epoch\":1}}");
        append(run, "{\"event\":\"finished\",\"outcome\":\"stopped\",\"text\":\"stopped by request\"}");
        return run;
    }

    private static String started(long pid) {
        return "{\"event\":\"started\",\"pid\":" + pid + ",\"start_epoch\":1,\"epochs\":3}";
    }

    private static void append(RunFiles run, String line) throws IOException {
        Files.writeString(run.folder().progress(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static RunState read(RunFiles run) throws IOException {
        return new RunFollower(run, CrashExplanation::cause).read();
    }
}
