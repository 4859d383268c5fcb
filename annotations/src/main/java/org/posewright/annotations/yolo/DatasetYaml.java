package org.posewright.annotations.yolo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.posewright.annotations.model.Finding;

/**
 * An Ultralytics data yaml as written; nothing is looked up on disk, downloaded or executed.
 *
 * @param file the yaml itself
 * @param categoryNames by class index
 * @param findings problems that do not keep the dataset from being opened
 */
public record DatasetYaml(
        Path file,
        Location location,
        List<String> categoryNames,
        PoseKeys pose,
        Extras extras,
        List<Finding> findings) {

    /**
     * Where pictures are said to be.
     *
     * @param path the dataset's root; empty when it is the yaml's folder
     * @param splits folders and list files by split, in the order train, val, test, minival; {@code validation} counts as val
     */
    public record Location(Optional<String> path, Map<String, List<String>> splits) {}

    /**
     * Keys that a pose dataset can do without.
     *
     * @param download text to show; never executed
     * @param other keys that this program does not use: texts, lists and maps by name
     */
    public record Extras(OptionalInt channels, Optional<String> download, Map<String, Object> other) {}

    public DatasetYaml {
        categoryNames = List.copyOf(categoryNames);
        findings = List.copyOf(findings);
    }

    /**
     * Reads a yaml file; bytes that are not UTF-8 are replaced, as the reference ignores them.
     *
     * @throws DatasetYamlException naming file, line and remedy if it is no usable data yaml
     */
    public static DatasetYaml read(Path file) throws IOException {
        return new DatasetYamlReader().read(file);
    }
}
