package org.posewright.annotations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.posewright.annotations.coco.CocoProbe;
import org.posewright.annotations.yolo.DatasetYaml;
import org.posewright.annotations.yolo.DatasetYamlException;

/**
 * What lies directly in a folder that someone opens.
 *
 * @param yaml the data yaml to take
 * @param yamlFiles all usable ones
 * @param yamlFailure why the first unusable one is not
 * @param annotationFiles COCO files, those named as keypoint files where there are such
 * @param hasLabelFolders whether there are folders {@code images} and {@code labels}
 */
record FolderContents(
        Optional<DatasetYaml> yaml,
        List<Path> yamlFiles,
        Optional<DatasetYamlException> yamlFailure,
        List<Path> annotationFiles,
        boolean hasLabelFolders) {

    private static final String KEYPOINT_FILE = "person_keypoints_";
    private static final List<String> OTHER_COCO_FILES = List.of("captions_", "stuff_", "panoptic_", "instances_");

    static FolderContents of(Path folder) throws IOException {
        List<Path> files = filesIn(folder);
        List<Path> yamlFiles = new ArrayList<>();
        DatasetYaml best = null;
        DatasetYamlException failure = null;
        for (Path file : files) {
            if (endsWith(file, ".yaml") || endsWith(file, ".yml")) {
                try {
                    DatasetYaml yaml = DatasetYaml.read(file);
                    if (!describesData(yaml)) {
                        continue;
                    }
                    yamlFiles.add(file);
                    best = best == null || rank(file, folder) < rank(best.file(), folder) ? yaml : best;
                } catch (DatasetYamlException e) {
                    failure = failure == null ? e : failure;
                }
            }
        }
        return new FolderContents(
                Optional.ofNullable(best),
                List.copyOf(yamlFiles),
                Optional.ofNullable(failure),
                annotationFiles(folder, files),
                Files.isDirectory(folder.resolve("images")) && Files.isDirectory(folder.resolve("labels")));
    }

    /** Settings of a training run have a {@code val} key, too, but no {@code train} and no points. */
    private static boolean describesData(DatasetYaml yaml) {
        return yaml.location().splits().containsKey("train")
                || yaml.pose().shape().isPresent();
    }

    /** A yaml named as its folder, then the names that exporters use, then by name. */
    private static int rank(Path yaml, Path folder) {
        String stem = FolderNames.stem(yaml);
        if (stem.equals(FolderNames.of(folder))) {
            return 0;
        }
        return switch (stem) {
            case "data" -> 1;
            case "dataset" -> 2;
            default -> 3;
        };
    }

    private static List<Path> annotationFiles(Path folder, List<Path> files) throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> candidates = new ArrayList<>(files);
        Path annotations = folder.resolve("annotations");
        if (Files.isDirectory(annotations)) {
            candidates.addAll(filesIn(annotations));
        }
        boolean named =
                candidates.stream().anyMatch(file -> FolderNames.of(file).startsWith(KEYPOINT_FILE));
        for (Path file : candidates) {
            String name = FolderNames.of(file);
            boolean wanted = named
                    ? name.startsWith(KEYPOINT_FILE) || name.startsWith("image_info_")
                    : OTHER_COCO_FILES.stream().noneMatch(name::startsWith);
            if (wanted && endsWith(file, ".json") && new CocoProbe().probe(file) == CocoProbe.Kind.ANNOTATIONS) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean endsWith(Path file, String ending) {
        return FolderNames.of(file).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isRegularFile)
                    .filter(file -> !FolderNames.of(file).startsWith("."))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
