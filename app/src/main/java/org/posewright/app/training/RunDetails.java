package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run folder holds beside its events.
 *
 * @param settings that differ from the defaults
 * @param request what was asked for; null for runs from the command line
 * @param pictures of validation, in the order of their names
 * @param model the exported best weights; null before there are any
 * @param errors what the process wrote to standard error
 */
public record RunDetails(
        Map<String, String> settings,
        @Nullable RunRequest request,
        List<Path> pictures,
        @Nullable Path model,
        String errors) {

    public static final RunDetails NONE = new RunDetails(Map.of(), null, List.of(), null, "");

    /**
     * @throws IOException if the folder cannot be read
     */
    public static RunDetails read(RunFiles files) throws IOException {
        Path onnx = files.folder().bestOnnx();
        return new RunDetails(
                StoredRun.settings(files),
                Files.exists(files.request()) ? RunRequest.read(files.request()) : null,
                pictures(files.path()),
                Files.isRegularFile(onnx) ? onnx : null,
                Files.exists(files.errors()) ? Files.readString(files.errors()) : "");
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(
                            file -> String.valueOf(file.getFileName())
                                    .matches(
                                            "(val_batch\\d+_(labels|pred)|labels|train_batch\\d+)\\.jpg|.*curve\\.png|results\\.png"))
                    .sorted()
                    .toList();
        }
    }
}
