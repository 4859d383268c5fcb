package org.posewright.annotations.check;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.posewright.annotations.image.ImageFormat;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.DatasetDescription.SplitCount;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.yolo.LabelPaths;

/** YOLO label files without pictures, and how many pictures go without a label file. */
final class LabelFileChecks {

    private static final String LABELS = File.separator + "labels" + File.separator;
    private static final String IMAGES = File.separator + "images" + File.separator;

    private LabelFileChecks() {}

    static void check(DatasetSource source, Consumer<Diagnosis> sink) throws IOException {
        Set<Path> folders = new TreeSet<>();
        Set<Path> expected = new HashSet<>();
        for (ImageEntry entry : source.entries()) {
            Path labelFile = LabelPaths.labelFile(entry.file());
            expected.add(labelFile);
            folders.add(labelFile.getParent());
        }
        Set<Path> present = new HashSet<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try {
                inFolder(folder, expected, present, sink);
            } catch (AccessDeniedException e) {
                expected.stream()
                        .filter(file -> folder.equals(file.getParent()))
                        .forEach(present::add);
                sink.accept(Diagnosis.of(Finding.ofFile(
                        Severity.ERROR,
                        "label.unreadable",
                        Path.of(e.getFile()),
                        Sentence.of("label.folder-no-right", "there is no right to read the folder"),
                        Sentence.of("remedy.permissions", "change its permissions"))));
            }
        }
        for (SplitCount split : source.description().splits()) {
            backgrounds(split.split(), source.entries(split.split()), present, sink);
        }
    }

    /** Only folders named labels hold nothing but labels; beside pictures any text may lie. */
    private static void inFolder(Path folder, Set<Path> expected, Set<Path> present, Consumer<Diagnosis> sink)
            throws IOException {
        boolean labelsOnly = (folder + File.separator).contains(LABELS);
        Set<String> pictures = null;
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            if (expected.contains(file)) {
                present.add(file);
            } else if (labelsOnly) {
                pictures = pictures == null ? pictureStems(folder) : pictures;
                if (!pictures.contains(stem(file))) {
                    sink.accept(Diagnosis.of(Finding.ofFile(
                            Severity.WARNING,
                            "label.without-picture",
                            file,
                            Sentence.of("label.without-picture", "there is no picture for this label file"),
                            Sentence.of("label.without-picture.remedy", "restore the picture or delete the file"))));
                }
            }
        }
    }

    private static Set<String> pictureStems(Path labelFolder) throws IOException {
        String path = labelFolder + File.separator;
        int at = path.lastIndexOf(LABELS);
        Path folder = Path.of(path.substring(0, at) + IMAGES + path.substring(at + LABELS.length()));
        Set<String> stems = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(file ->
                                ImageFormat.isPictureName(file.getFileName().toString()))
                        .forEach(file -> stems.add(stem(file)));
            }
        }
        return stems;
    }

    private static void backgrounds(
            String split, List<ImageEntry> entries, Set<Path> present, Consumer<Diagnosis> sink) {
        List<ImageEntry> without = entries.stream()
                .filter(entry -> !present.contains(LabelPaths.labelFile(entry.file())))
                .toList();
        if (without.isEmpty() || split.toLowerCase(Locale.ROOT).startsWith("test")) {
            return;
        }
        ImageEntry first = without.get(0);
        sink.accept(Diagnosis.of(Finding.ofFile(
                Severity.NOTE,
                "label.missing",
                LabelPaths.labelFile(first.file()),
                Sentence.of(
                        "label.missing",
                        "{0} of {1} pictures in {2} have no label file, this being the first; the trainer takes them for background",
                        without.size(),
                        entries.size(),
                        split),
                Sentence.of("label.missing.remedy", "label them, or leave them if nobody is in them"))));
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
