package org.posewright.app.training;

import java.nio.file.Path;
import org.posewright.training.run.RunFolder;

/** The files that the window keeps in a run folder beside the trainer's. */
public record RunFiles(RunFolder folder) {

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

    /** Its standard error. */
    public Path errors() {
        return path().resolve("errors.log");
    }
}
