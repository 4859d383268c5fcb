package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run folder holds beside its events.
 *
 * @param settings that differ from the defaults
 * @param request what was asked for; null for runs from the command line
 * @param pictures of validation with labels and predictions, then those of training, then curves
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

    /** Pictures of people first, numbers after them. */
    private static int rank(Path picture) {
        String name = String.valueOf(picture.getFileName());
        return name.startsWith("val_") ? 0 : name.startsWith("train_") ? 1 : name.equals("results.png") ? 2 : 3;
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(
                            file -> String.valueOf(file.getFileName())
                                    .matches(
                                            "(val_batch\\d+_(labels|pred)|labels|train_batch\\d+)\\.jpg|.*curve\\.png|results\\.png"))
                    .sorted(Comparator.comparingInt(RunDetails::rank).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }
}
