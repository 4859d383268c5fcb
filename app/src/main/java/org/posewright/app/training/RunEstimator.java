package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.training.TrainingException;
import org.posewright.training.TrainingPlan;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.run.RunFolder;

/** Measures a few steps of a run in a process of its own, so that a person knows time and memory before the start. For a job. */
public final class RunEstimator {

    private static final int STEPS = 4;
    private static final int STEPS_TO_HEAR = 3;
    private static final long PAUSE_MILLIS = 100;
    private static final long FAREWELL_SECONDS = 5;

    private final TrainingProgram program;
    private final EstimateFolders folders;

    public RunEstimator(TrainingProgram program, EstimateFolders folders) {
        this.program = program;
        this.folders = folders;
    }

    /**
     * What was measured.
     *
     * @param seconds of all epochs, without validation
     */
    public record Estimate(double imagesPerSecond, double seconds, long memoryBytes) {}

    /**
     * @throws TrainingException with the trainer's own words if it cannot begin
     */
    public Estimate measure(
            RunRequest request, TrainingSnapshot snapshot, ProgressListener progress, CancellationToken token)
            throws IOException, InterruptedException {
        TrainingPlan plan = new TrainingPlan(TrainingArguments.of(request.settings()));
        Path folder = folders.make();
        try {
            RunFiles files = new RunFiles(new RunFolder(folder));
            int batch = plan.findsBatch() ? 1 : plan.batch();
            Dataset few = few(snapshot.dataset(), STEPS * batch);
            new TrainingSnapshot(few, Map.of()).write(files.data(), progress, token);
            Process process = program.start(words(request, files), files);
            RunState.Position position = await(process, files, progress, token);
            int images = snapshot.dataset().images(TrainingSnapshot.TRAIN).size();
            double seconds = (double) images * plan.epochs() / position.imagesPerSecond();
            return new Estimate(position.imagesPerSecond(), seconds, position.memoryBytes());
        } finally {
            EstimateFolders.delete(folder);
        }
    }

    private static RunState.Position await(
            Process process, RunFiles files, ProgressListener progress, CancellationToken token)
            throws IOException, InterruptedException {
        try {
            FileTail tail = new FileTail(files.folder().progress());
            RunStory story = new RunStory();
            boolean isAlive;
            do {
                token.throwIfCancelled();
                isAlive = process.isAlive();
                tail.newLines().forEach(story::accept);
                RunState.@Nullable Position position = story.state().position();
                int heard = position == null ? 0 : position.batch();
                progress.progress(heard, STEPS_TO_HEAR, "");
                if (position != null && (heard >= STEPS_TO_HEAR || !isAlive || heard == position.batches())) {
                    return position;
                }
                Thread.sleep(PAUSE_MILLIS);
            } while (isAlive);
            String errors = Files.exists(files.errors()) ? Files.readString(files.errors()) : "";
            throw new TrainingException(CrashExplanation.of(errors, files.lastOutput(), story.state())
                    .detail());
        } finally {
            process.destroyForcibly();
            process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Map<String, String> words(RunRequest request, RunFiles files) throws IOException {
        Map<String, String> words = new LinkedHashMap<>(request.settings());
        words.put("model", request.model());
        words.put("data", TrainingSnapshot.yaml(files.data()).toString());
        words.put("epochs", "1");
        words.put("val", "false");
        words.put("plots", "false");
        words.put("export", "false");
        words.put("project", String.valueOf(files.path().getParent()));
        words.put("name", files.name());
        words.put("exist_ok", "true");
        return words;
    }

    /** The first pictures with people, and one to satisfy the trainer's wish for a held-out part. */
    private static Dataset few(Dataset all, int count) {
        List<ImageRecord> images = new ArrayList<>(all.images(TrainingSnapshot.TRAIN).stream()
                .sorted(Comparator.comparing(image -> image.people().isEmpty()))
                .limit(count)
                .toList());
        all.images(TrainingSnapshot.HELD_OUT).stream().limit(1).forEach(images::add);
        return new Dataset(all.name(), all.root(), all.skeleton(), all.categoryNames(), images);
    }
}
