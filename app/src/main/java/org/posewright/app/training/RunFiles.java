package org.posewright.app.training;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.posewright.training.run.RunFolder;

/** The files that the window keeps in a run folder beside the trainer's. */
public record RunFiles(RunFolder folder) {

    private static final int LAST_BYTES = 1 << 14;

    public static RunFiles of(Path path) {
        return new RunFiles(new RunFolder(path.toAbsolutePath().normalize()));
    }

    public Path path() {
        return folder.path();
    }

    /** The last part of the path, by which people know the run. */
    public String name() {
        return String.valueOf(path().getFileName());
    }

    /** What was asked for: {@link RunRequest}. */
    public Path request() {
        return path().resolve("request.json");
    }

    /** The labels and pictures that the run trains on, as a dataset of its own. */
    public Path data() {
        return path().resolve("data");
    }

    /** Which process works, or worked, on the run. */
    public Path process() {
        return path().resolve("process.json");
    }

    /** Standard output of the process: its events from the very start. */
    public Path output() {
        return path().resolve("output.log");
    }

    /** The end of its standard output; empty where there is none. */
    public String lastOutput() throws IOException {
        if (!Files.isRegularFile(output())) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(output().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LAST_BYTES));
            byte[] bytes = new byte[LAST_BYTES];
            int read = Math.max(0, file.read(bytes));
            return new String(bytes, 0, read, StandardCharsets.UTF_8);
        }
    }

    /** Its standard error. */
    public Path errors() {
        return path().resolve("errors.log");
    }
}
