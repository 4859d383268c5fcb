package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.training.run.ControlFile;
import org.posewright.training.run.RunFolder;
import org.posewright.training.run.TrainingControl;

/** Starts, steers and resumes runs. Everything it knows stands in the run folder, so that another window can go on from there. */
public final class RunLauncher {

    private static final String NAME = "run";

    private final TrainingProgram program;
    private final Path runs;

    /**
     * @param runs folder of all runs
     */
    public RunLauncher(TrainingProgram program, Path runs) {
        this.program = program;
        this.runs = runs;
    }

    public Path runs() {
        return runs;
    }

    /**
     * Writes the label snapshot, including unsaved edits, and starts a run on it.
     *
     * @throws IOException if the folder cannot be written or the process cannot be started
     */
    public RunFiles begin(
            RunRequest request, TrainingSnapshot snapshot, ProgressListener progress, CancellationToken token)
            throws IOException {
        RunFiles files = new RunFiles(RunFolder.create(runs.toString(), NAME, false));
        snapshot.write(files.data(), progress, token);
        request.write(files.request());
        program.start(words(files, request), files);
        return files;
    }

    /** Goes on with a run after its last finished epoch, or from the start when none is finished. */
    public void resume(RunFiles files) throws IOException {
        Files.deleteIfExists(files.errors());
        if (Files.isRegularFile(files.folder().last())) {
            program.start(Map.of("resume", files.path().toString()), files);
        } else {
            program.start(words(files, RunRequest.read(files.request())), files);
        }
    }

    /** Leaves a wish, which the trainer reads between two steps. */
    public void control(RunFiles files, TrainingControl.Wish wish) throws IOException {
        new ControlFile(files.folder().control()).write(wish);
    }

    private Map<String, String> words(RunFiles files, RunRequest request) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("model", request.model());
        words.put("data", TrainingSnapshot.yaml(files.data()).toString());
        words.putAll(request.settings());
        words.put("project", String.valueOf(files.path().getParent()));
        words.put("name", files.name());
        words.put("exist_ok", "true");
        return words;
    }
}
