package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The runs below one folder. */
public record RunLibrary(Path folder) {

    /** All runs, the newest first; a folder that cannot be read is left out and named in the second list. */
    public record Listing(List<StoredRun> runs, List<String> unreadable) {}

    public Listing list() throws IOException {
        List<StoredRun> runs = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return new Listing(runs, unreadable);
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(RunLibrary::isRun).toList()) {
                try {
                    runs.add(StoredRun.read(RunFiles.of(child)));
                } catch (IOException damaged) {
                    unreadable.add(child + ": " + damaged.getMessage());
                }
            }
        }
        runs.sort(Comparator.comparing(StoredRun::begun).reversed());
        return new Listing(runs, unreadable);
    }

    private static boolean isRun(Path folder) {
        return Files.exists(folder.resolve("request.json")) || Files.exists(folder.resolve("args.yaml"));
    }
}
