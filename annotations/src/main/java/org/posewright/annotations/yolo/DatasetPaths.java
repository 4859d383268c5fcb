package org.posewright.annotations.yolo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;

/**
 * Finds the folders and list files that a data yaml means. A relative {@code path} is tried in the datasets folder, the working
 * folder, the yaml's folder and the folders above it; a place that holds the named splits and the yaml itself wins; the yaml's
 * own folder, when the splits are in it, comes before places that only bear the right name.
 */
public final class DatasetPaths {

    /** On any system, as yaml files travel. */
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z]:)?[/\\\\].*");

    private final Optional<Path> datasetsFolder;
    private final Path workingFolder;

    /**
     * @param datasetsFolder the user's setting; empty when there is none
     * @param workingFolder what relative paths of the process are relative to
     */
    public DatasetPaths(Optional<Path> datasetsFolder, Path workingFolder) {
        this.datasetsFolder = datasetsFolder;
        this.workingFolder = workingFolder;
    }

    /**
     * What was found.
     *
     * @param root the dataset's folder, absolute
     * @param splits existing folders and list files by split
     * @param findings what does not exist
     */
    public record Resolved(Path root, Map<String, List<Path>> splits, List<Finding> findings) {}

    public Resolved resolve(DatasetYaml yaml) {
        List<Finding> findings = new ArrayList<>();
        Path yamlFolder = yaml.file().toAbsolutePath().normalize().getParent();
        Path root = yaml.location().path().isEmpty() ? yamlFolder : root(yaml, yamlFolder, findings);
        Map<String, List<Path>> splits = new LinkedHashMap<>();
        yaml.location().splits().forEach((split, places) -> {
            List<Path> found = new ArrayList<>();
            for (String place : places) {
                Optional<Path> path = place(root, place);
                path.ifPresentOrElse(found::add, () -> findings.add(missing(yaml, split, root, place)));
            }
            splits.put(split, List.copyOf(found));
        });
        return new Resolved(root, splits, findings);
    }

    private Path root(DatasetYaml yaml, Path yamlFolder, List<Finding> findings) {
        String text = yaml.location().path().orElseThrow();
        List<Path> candidates = PortablePaths.parse(text)
                .map(path -> candidates(path, yamlFolder))
                .orElse(List.of());
        boolean relative = !ABSOLUTE.matcher(text).matches();
        Optional<Path> best = first(candidates, root -> holdsSplit(yaml, root) && yamlFolder.startsWith(root))
                .or(() -> first(candidates, root -> holdsSplit(yaml, root) && isMeant(root, yamlFolder)))
                // A copy of a dataset under another name is itself, whatever lies around under the old name.
                .or(() -> Optional.of(yamlFolder).filter(root -> relative && holdsSplit(yaml, root)))
                .or(() -> first(candidates, root -> holdsSplit(yaml, root)));
        if (best.isPresent()) {
            return best.get();
        }
        if (!holdsSplit(yaml, yamlFolder)) {
            Optional<Path> existing =
                    candidates.stream().filter(Files::isDirectory).findFirst();
            if (existing.isPresent()) {
                return existing.get();
            }
        }
        findings.add(Finding.ofFile(
                Severity.WARNING,
                "yaml.path",
                yaml.file(),
                Sentence.of("yaml.path", "'path: {0}' does not exist; the yaml's own folder is taken instead", text),
                Sentence.of("yaml.path.remedy", "correct or delete the line, or set the datasets folder")));
        return yamlFolder;
    }

    private static Optional<Path> first(List<Path> candidates, Predicate<Path> wanted) {
        return candidates.stream().filter(wanted).findFirst();
    }

    /** Below the yaml's folder or in the datasets folder that the user set. */
    private boolean isMeant(Path root, Path yamlFolder) {
        return root.startsWith(yamlFolder)
                || datasetsFolder
                        .map(folder -> root.startsWith(folder.toAbsolutePath().normalize()))
                        .orElse(false);
    }

    private List<Path> candidates(Path path, Path yamlFolder) {
        List<Path> candidates = new ArrayList<>();
        if (path.isAbsolute()) {
            candidates.add(path.normalize());
            return candidates;
        }
        datasetsFolder.ifPresent(
                folder -> candidates.add(folder.toAbsolutePath().resolve(path).normalize()));
        candidates.add(workingFolder.toAbsolutePath().resolve(path).normalize());
        for (Path folder = yamlFolder; folder != null; folder = folder.getParent()) {
            candidates.add(folder.resolve(path).normalize());
        }
        return candidates;
    }

    private static boolean holdsSplit(DatasetYaml yaml, Path root) {
        return yaml.location().splits().values().stream().flatMap(List::stream).anyMatch(place -> place(root, place)
                .isPresent());
    }

    /** Where a split's text leads to; a leading {@code ../} that leads nowhere is dropped, as the reference does. */
    private static Optional<Path> place(Path root, String text) {
        String bare = text.replace('\\', '/');
        Optional<Path> direct = PortablePaths.parse(text)
                .map(path -> root.resolve(path).normalize())
                .filter(Files::exists);
        if (direct.isPresent() || !bare.startsWith("../")) {
            return direct;
        }
        return PortablePaths.parse(bare.substring("../".length()))
                .map(path -> root.resolve(path).normalize())
                .filter(Files::exists);
    }

    private static Finding missing(DatasetYaml yaml, String split, Path root, String place) {
        boolean optional = !split.equals("train") && !split.equals("val");
        Sentence download = yaml.extras().download().isPresent()
                ? Sentence.of(
                        "yaml.split-missing.download",
                        "fetch the dataset (the yaml's 'download' tells from where) or correct the line")
                : Sentence.of("yaml.split-missing.remedy", "correct the line or the yaml's 'path'");
        return Finding.ofFile(
                optional ? Severity.NOTE : Severity.ERROR,
                "yaml.split-missing",
                yaml.file(),
                Sentence.of("yaml.split-missing", "'{0}: {1}' leads to nothing below {2}", split, place, root),
                download);
    }
}
