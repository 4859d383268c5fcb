package org.posewright.annotations.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Sentence;

/** The folder that an export writes into. It has to be empty or new unless overwriting was asked for. */
public final class OutputFolder {

    private final Path root;
    private final ExportOptions options;
    private final List<Finding> findings = new ArrayList<>();

    OutputFolder(Path root, ExportOptions options) throws IOException {
        this.root = prepare(root, options.overwrite());
        this.options = options;
    }

    /**
     * Makes the folder.
     *
     * @return it, absolute
     * @throws ExportException if it is not empty and nobody allowed to overwrite
     */
    public static Path prepare(Path root, boolean overwrite) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new ExportException(root + " is a file; choose a folder for the export");
        }
        if (Files.isDirectory(root) && !overwrite) {
            try (Stream<Path> children = Files.list(root)) {
                if (children.findAny().isPresent()) {
                    throw new ExportException(
                            root + " is not empty; choose a new folder, or allow its files to be replaced");
                }
            }
        }
        return Files.createDirectories(root.toAbsolutePath().normalize());
    }

    Path root() {
        return root;
    }

    List<Finding> findings() {
        return findings;
    }

    void note(Finding finding) {
        findings.add(finding);
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** Writes a small text file; whether it may exist was decided when the folder was chosen. */
    void text(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (options.overwrite()) {
            Files.write(file, bytes);
        } else {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    /** Tells when a picture could not keep its name. */
    void tellName(ImageRecord image, String name) {
        if (!name.equals(image.key().fileName())) {
            note(Finding.ofFile(
                            Finding.Severity.NOTE,
                            "export.renamed",
                            image.file(),
                            Sentence.of(
                                    "export.renamed",
                                    "{0} is called {1} in the export, because its name was taken there",
                                    image.key(),
                                    name),
                            Sentence.of("export.renamed.remedy", "nothing to do"))
                    .atImage(image.key()));
        }
    }

    /** Brings a picture to {@code target}. A missing one is a finding. */
    void picture(ImageRecord image, Path target) throws IOException {
        Path source = image.file().toAbsolutePath().normalize();
        if (options.pictures() == PictureTransfer.NONE || source.equals(target)) {
            return;
        }
        try {
            if (options.overwrite()) {
                Files.deleteIfExists(target);
            }
            transfer(source, target);
        } catch (NoSuchFileException e) {
            findings.add(Finding.ofFile(
                            Finding.Severity.WARNING,
                            "export.picture-missing",
                            source,
                            Sentence.of(
                                    "export.picture-missing",
                                    "the picture {0} does not exist, so {1} is missing in the export",
                                    source,
                                    target),
                            Sentence.of(
                                    "export.picture-missing.remedy",
                                    "put the picture in its place, in the dataset or in the export"))
                    .atImage(image.key()));
        }
    }

    private void transfer(Path source, Path target) throws IOException {
        switch (options.pictures()) {
            case COPY -> copy(source, target);
            case HARD_LINK -> link(source, target);
            case REFERENCE -> {
                if (!Files.exists(source)) {
                    throw new NoSuchFileException(source.toString());
                }
                Files.createSymbolicLink(target, source);
            }
            case NONE -> {}
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void link(Path source, Path target) throws IOException {
        if (!Files.exists(source)) {
            throw new NoSuchFileException(source.toString());
        }
        try {
            Files.createLink(target, source.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            // Another disk, or one without hard links.
            copy(source, target);
        }
    }
}
