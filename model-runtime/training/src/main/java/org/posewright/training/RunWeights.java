package org.posewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.pt.PtReader;
import org.posewright.training.checkpoint.pt.PtWriter;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.run.RunFolder;

/**
 * Writes and reads the weights of a run. {@code last.pt} holds the averaged weights in full precision and the training state;
 * {@code best.pt} the averaged weights in half precision, ready for use. A file is replaced in one step, so a full disk or a kill
 * leaves the one before.
 */
final class RunWeights {

    private static final String PROGRESS = "progress";
    private static final String LEARNER = "learner";

    private final RunFolder folder;
    private final NetworkSpec spec;
    private final CheckpointInfo info;

    RunWeights(RunFolder folder, NetworkSpec spec, List<String> classNames, TrainingArguments arguments) {
        this.folder = folder;
        this.spec = spec;
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < classNames.size(); i++) {
            names.put(i, classNames.get(i));
        }
        info = CheckpointInfo.ofClasses(names)
                .withTrainArguments(arguments.asMap())
                .withText("date", LocalDateTime.now().toString());
    }

    /** What a resumed run needs. */
    record Saved(Checkpoint checkpoint, RunProgress progress, Map<?, ?> learner) {}

    void saveLast(Learner learner, RunProgress progress) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put(PROGRESS, progress.toMap());
        state.put(LEARNER, learner.state());
        write(
                folder.last(),
                new Checkpoint(spec, learner.averaged().state(), info.withEpoch(progress.nextEpoch() - 1), state));
    }

    void saveBest(Learner learner) {
        saveStripped(folder.best(), learner.averaged().state());
    }

    void saveEpoch(Learner learner, int epoch) {
        saveStripped(folder.ofEpoch(epoch), learner.averaged().state());
    }

    /** Takes the training state out of {@code last.pt}: the run is over. */
    void stripLast() {
        if (Files.exists(folder.last())) {
            saveStripped(folder.last(), PtReader.read(folder.last()).weights());
        }
    }

    private void saveStripped(Path file, NamedTensors weights) {
        write(file, Checkpoint.of(spec, weights.toFloat16(), info));
    }

    private static void write(Path file, Checkpoint checkpoint) {
        try {
            PtWriter.write(file, checkpoint);
        } catch (CheckpointException e) {
            throw new TrainingException(
                    e.getMessage() + ". The weights written before are intact; make room and resume the run.", e);
        }
    }

    /**
     * @throws TrainingException if the run is finished or the file is not one of ours
     */
    static Saved read(RunFolder folder) throws IOException {
        try {
            Checkpoint checkpoint = PtReader.read(folder.last());
            boolean isOurs = checkpoint.trainingState().get(PROGRESS) instanceof Map<?, ?>
                    && checkpoint.trainingState().get(LEARNER) instanceof Map<?, ?>;
            if (!isOurs) {
                throw new TrainingException(folder.last()
                        + " holds no training state: the run is finished, or another program made it; start a new run"
                        + " with model=" + folder.last());
            }
            RunProgress progress = RunProgress.of(map(checkpoint, PROGRESS));
            return new Saved(checkpoint, progress, map(checkpoint, LEARNER));
        } catch (CheckpointException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Map<?, ?> map(Checkpoint checkpoint, String key) {
        return checkpoint.trainingState().get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
