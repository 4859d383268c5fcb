package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.run.ResultsCsv;
import org.posewright.training.run.ResultsRow;

/**
 * A run as the list shows it.
 *
 * @param settings arguments that differ from the defaults, without those that say where the run lies
 * @param bestPoseMap highest pose mAP50-95 of its epochs
 * @param isActive whether its process is at work
 */
public record StoredRun(
        RunFiles files,
        FileTime begun,
        Map<String, String> settings,
        int epochsDone,
        OptionalDouble bestPoseMap,
        boolean isActive) {

    private static final List<String> PLACES =
            List.of("project", "name", "exist_ok", "data", "resume", "mode", "task", "verbose");
    private static final int POSE_MAP = ResultsRow.COLUMNS.indexOf("metrics/mAP50-95(P)");

    /**
     * @throws IOException if the folder's files cannot be read
     */
    public static StoredRun read(RunFiles files) throws IOException {
        List<double[]> rows = new ResultsCsv(files.folder().results()).read();
        OptionalDouble best = rows.stream()
                .mapToDouble(row -> row[POSE_MAP])
                .filter(Double::isFinite)
                .max();
        boolean isActive =
                RunProcess.read(files.process()).filter(RunProcess::isAlive).isPresent();
        return new StoredRun(files, begun(files), settings(files), rows.size(), best, isActive);
    }

    private static FileTime begun(RunFiles files) throws IOException {
        return Files.getLastModifiedTime(
                Files.exists(files.request())
                        ? files.request()
                        : Files.exists(files.folder().arguments())
                                ? files.folder().arguments()
                                : files.path());
    }

    /** What a run was asked for beyond the defaults. */
    static Map<String, String> settings(RunFiles files) throws IOException {
        Map<String, String> settings = new java.util.LinkedHashMap<>();
        if (Files.exists(files.folder().arguments())) {
            settings.putAll(
                    TrainingArguments.ofYaml(Files.readString(files.folder().arguments()))
                            .nonDefaults());
        } else if (Files.exists(files.request())) {
            RunRequest request = RunRequest.read(files.request());
            settings.put("model", request.model());
            settings.putAll(request.settings());
        }
        PLACES.forEach(settings::remove);
        return settings;
    }

    /** Whether there are weights to predict with. */
    public boolean hasModel() {
        return Files.isRegularFile(files.folder().bestOnnx());
    }
}
