package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.posewright.annotations.work.CancellationToken;

/**
 * Follows a run by the files of its folder, whoever started it: events as they come, and the end of a process that left no word.
 * Blocks its thread; for a job.
 */
public final class RunFollower {

    private static final long PAUSE_MILLIS = 250;

    private final RunFiles files;
    private final RunStory story = new RunStory();
    private final FileTail events;
    private final FileTail output;
    private final Function<CrashExplanation, String> words;

    /**
     * @param words puts the reason of a crash into a sentence
     */
    public RunFollower(RunFiles files, Function<CrashExplanation, String> words) {
        this.files = files;
        this.words = words;
        events = new FileTail(files.folder().progress());
        output = new FileTail(files.output());
    }

    /** Reads what there is, once. */
    public RunState read() throws IOException {
        boolean isAlive = isAlive();
        takeNew();
        return isAlive ? alive() : ended();
    }

    /** Reports each change until the process has ended or the token says so; the last report is of the end. */
    public void follow(Consumer<RunState> reports, CancellationToken token) throws IOException, InterruptedException {
        reports.accept(read());
        while (!token.isCancelled()) {
            boolean isAlive = isAlive();
            if (takeNew()) {
                reports.accept(isAlive ? alive() : story.state());
            }
            if (!isAlive) {
                takeNew();
                reports.accept(ended());
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** A process that goes on with a run has not said so yet while the story is that of an earlier one. */
    private RunState alive() throws IOException {
        RunState state = story.state();
        RunState.Setup setup = state.setup();
        Optional<RunProcess> process = RunProcess.read(files.process());
        boolean isAnother =
                setup != null && process.isPresent() && process.get().pid() != setup.pid();
        if (isAnother) {
            return state.ended(RunPhase.PREPARING, "");
        }
        return story.isEnded() ? state.ended(RunPhase.FINISHING, "") : state;
    }

    private boolean takeNew() throws IOException {
        List<String> early = output.newLines();
        boolean hasOutput = Files.exists(files.output());
        early.stream().filter(line -> line.startsWith("{\"event\":\"note\"")).forEach(story::accept);
        List<String> lines = events.newLines();
        lines.stream()
                .filter(line -> !hasOutput || !line.startsWith("{\"event\":\"note\""))
                .forEach(story::accept);
        return !early.isEmpty() || !lines.isEmpty();
    }

    private boolean isAlive() throws IOException {
        Optional<RunProcess> process = RunProcess.read(files.process());
        if (process.isPresent()) {
            return process.get().isAlive();
        }
        RunState.Setup setup = story.state().setup();
        return setup != null && !story.isEnded() && new RunProcess(setup.pid(), 0).isAlive();
    }

    /** The process is gone: what the story says, or else what can be said. */
    private RunState ended() throws IOException {
        RunState state = story.state();
        String errors = Files.exists(files.errors()) ? Files.readString(files.errors()) : "";
        // One that resumed the run and died before its first word: the story is that of an earlier process.
        boolean isSilent = RunProcess.read(files.process())
                .filter(process -> !story.hasHeardFrom(process.pid()))
                .isPresent();
        if (story.isEnded() && state.phase() != RunPhase.FAILED && !isSilent) {
            return state;
        }
        String said = isSilent ? "" : state.closing();
        CrashExplanation why = CrashExplanation.of(errors.isBlank() ? said : errors, files.lastOutput(), state);
        boolean isTold =
                state.phase() == RunPhase.FAILED && !isSilent || why.cause().equals("told");
        return state.ended(isTold ? RunPhase.FAILED : RunPhase.CRASHED, words.apply(why));
    }
}
