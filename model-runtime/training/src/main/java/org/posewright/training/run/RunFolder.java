package org.posewright.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.stream.Stream;
import org.posewright.annotations.storage.AtomicFiles;

/**
 * The folder of one run.
 *
 * @param path exists
 */
public record RunFolder(Path path) {

    private static final String DEFAULT_PROJECT = "runs/pose";
    private static final String DEFAULT_NAME = "train";
    private static final int FIRST_REPEAT = 2;
    private static final int MAX_DEPTH = 6;

    /**
     * Makes the folder {@code project/name}, or {@code name2}, {@code name3} … when it exists.
     *
     * @param project empty for {@code runs/pose}
     * @param name empty for {@code train}
     * @param mayExist whether an existing folder is used as it is
     */
    public static RunFolder create(String project, String name, boolean mayExist) throws IOException {
        Path parent = Path.of(project.isEmpty() ? DEFAULT_PROJECT : project);
        String base = name.isEmpty() ? DEFAULT_NAME : name;
        Path folder = parent.resolve(base);
        for (int number = FIRST_REPEAT; Files.exists(folder) && !mayExist; number++) {
            folder = parent.resolve(base + number);
        }
        Files.createDirectories(folder.resolve("weights"));
        return new RunFolder(folder.toAbsolutePath().normalize());
    }

    /**
     * The run that a person means by its folder or a file of its weights.
     *
     * @throws IOException if there is nothing to go on with
     */
    public static RunFolder existing(Path folderOrWeights) throws IOException {
        Path path = folderOrWeights.toAbsolutePath().normalize();
        Path folder = path;
        if (Files.isRegularFile(path)
                && path.getParent() != null
                && path.getParent().getParent() != null) {
            folder = path.getParent().getParent();
        }
        if (!Files.isRegularFile(folder.resolve("weights/last.pt"))) {
            throw new IOException("there is no run to resume at " + folderOrWeights
                    + ": name a run folder that holds weights/last.pt");
        }
        return new RunFolder(folder);
    }

    /**
     * The run below a folder whose {@code last.pt} is the newest.
     *
     * @throws IOException if there is none
     */
    public static RunFolder newestBelow(Path folder) throws IOException {
        Path newest = null;
        FileTime newestTime = FileTime.fromMillis(Long.MIN_VALUE);
        try (Stream<Path> files = Files.find(
                folder, MAX_DEPTH, (file, about) -> file.endsWith("weights/last.pt") && about.isRegularFile())) {
            for (Path file : files.toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                if (time.compareTo(newestTime) > 0) {
                    newest = file;
                    newestTime = time;
                }
            }
        }
        if (newest == null) {
            throw new IOException("there is no run to resume below "
                    + folder.toAbsolutePath().normalize() + "; write resume=FOLDER of the run");
        }
        return existing(newest);
    }

    public Path last() {
        return path.resolve("weights/last.pt");
    }

    public Path best() {
        return path.resolve("weights/best.pt");
    }

    public Path bestOnnx() {
        return path.resolve("weights/best.onnx");
    }

    public Path ofEpoch(int epoch) {
        return path.resolve("weights/epoch" + epoch + ".pt");
    }

    public Path arguments() {
        return path.resolve("args.yaml");
    }

    public Path results() {
        return path.resolve("results.csv");
    }

    /** One progress event a line; see {@link ProgressLog}. */
    public Path progress() {
        return path.resolve("progress.jsonl");
    }

    /** See {@link ControlFile}. */
    public Path control() {
        return path.resolve("control");
    }

    public Path labels() {
        return path.resolve("labels.json");
    }

    public Path pictureCache() {
        return path.resolve("cache");
    }

    /** Frees what {@code cache=disk} took. */
    public void deletePictureCache() throws IOException {
        if (!Files.isDirectory(pictureCache())) {
            return;
        }
        try (Stream<Path> files = Files.walk(pictureCache())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public void writeText(Path file, String text) throws IOException {
        new AtomicFiles().writeText(file, text);
    }

    public void writeBytes(String name, byte[] bytes) throws IOException {
        new AtomicFiles().writeBytes(path.resolve(name), bytes);
    }
}
