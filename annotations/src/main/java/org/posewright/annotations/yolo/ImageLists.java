package org.posewright.annotations.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.image.ImageFormat;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.work.CancellationToken;

/** Lists the pictures of folders and list files, sorted by path as the trainer sorts them. No picture is opened. */
public final class ImageLists {

    private final Path workingFolder;

    /**
     * @param workingFolder what plain relative lines of a list file are relative to
     */
    public ImageLists(Path workingFolder) {
        this.workingFolder = workingFolder.toAbsolutePath();
    }

    /**
     * What was listed.
     *
     * @param images absolute paths, sorted, each once
     */
    public record Listing(List<Path> images, List<Finding> findings) {}

    /**
     * @param places folders (searched with their sub-folders, links followed) and list files
     * @throws IOException if a folder or list cannot be read at all
     */
    public Listing list(List<Path> places, CancellationToken token) throws IOException {
        List<Path> images = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path place : places) {
            token.throwIfCancelled();
            if (Files.isDirectory(place)) {
                walk(place.toAbsolutePath().normalize(), images, findings, token);
            } else {
                readList(place.toAbsolutePath().normalize(), images, findings);
            }
        }
        images.sort(Comparator.comparing(Path::toString));
        return new Listing(withoutRepeats(images, places, findings), findings);
    }

    private static List<Path> withoutRepeats(List<Path> sorted, List<Path> places, List<Finding> findings) {
        List<Path> once = new ArrayList<>(sorted.size());
        for (Path image : sorted) {
            if (!once.isEmpty() && once.get(once.size() - 1).equals(image)) {
                findings.add(Finding.ofFile(
                        Severity.WARNING,
                        "list.repeated",
                        places.get(0),
                        Sentence.of("list.repeated", "{0} is listed twice; the trainer would use it twice", image),
                        Sentence.of("list.repeated.remedy", "delete one of the lines")));
            } else {
                once.add(image);
            }
        }
        return once;
    }

    /** Names that begin with a dot are left out, as the reference's search does; that keeps macOS' {@code ._} files away. */
    private static void walk(Path folder, List<Path> images, List<Finding> findings, CancellationToken token)
            throws IOException {
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                        token.throwIfCancelled();
                        return isHidden(dir) && !dir.equals(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (ImageFormat.isPictureName(file.getFileName().toString()) && !isHidden(file)) {
                            images.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (file.equals(folder)) {
                            throw failure;
                        }
                        findings.add(unreadable(file, failure));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static Finding unreadable(Path file, IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            return Finding.ofFile(
                    Severity.WARNING,
                    "folder.loop",
                    file,
                    Sentence.of("folder.loop", "the link leads back to a folder above it and was not followed"),
                    Sentence.of("folder.loop.remedy", "delete the link"));
        }
        boolean rights = failure instanceof AccessDeniedException;
        return Finding.ofFile(
                Severity.ERROR,
                "folder.unreadable",
                file,
                rights
                        ? Sentence.of("folder.no-right", "there is no right to read it")
                        : Sentence.of(
                                "folder.unreadable", "it cannot be read: {0}", String.valueOf(failure.getMessage())),
                rights
                        ? Sentence.of("remedy.permissions", "change its permissions")
                        : Sentence.of("folder.unreadable.remedy", "check the disk or delete the broken link"));
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private void readList(Path list, List<Path> images, List<Finding> findings) throws IOException {
        String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
        String[] lines = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\\R", -1);
        RelativeLines relative = new RelativeLines(list.getParent(), workingFolder);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            Optional<Path> path = PortablePaths.parse(line);
            if (path.isEmpty() || !ImageFormat.isPictureName(line)) {
                findings.add(Finding.ofFile(
                                Severity.WARNING,
                                "list.line",
                                list,
                                Sentence.of("list.line", "'{0}' is not the name of a picture and is left out", line),
                                Sentence.of("list.line.remedy", "correct or delete the line"))
                        .atLine(i + 1L));
            } else {
                images.add(relative.resolve(line, path.get()));
            }
        }
        if (relative.movedToList()) {
            findings.add(Finding.ofFile(
                    Severity.NOTE,
                    "list.relative",
                    list,
                    Sentence.of(
                            "list.relative",
                            "lines do not begin with './' and are taken relative to the list; the trainer takes them relative to its working folder"),
                    Sentence.of("list.relative.remedy", "begin the lines with './'")));
        }
    }

    /** Decides once for a list what lines without {@code ./} are relative to: where the first of them exists. */
    private static final class RelativeLines {
        private final Path listFolder;
        private final Path workingFolder;
        private Optional<Path> base = Optional.empty();

        RelativeLines(Path listFolder, Path workingFolder) {
            this.listFolder = listFolder;
            this.workingFolder = workingFolder;
        }

        Path resolve(String line, Path path) {
            if (path.isAbsolute() || line.startsWith("./") || line.startsWith(".\\")) {
                return listFolder.resolve(path).normalize();
            }
            if (base.isEmpty()) {
                base = Optional.of(Files.exists(workingFolder.resolve(path)) ? workingFolder : listFolder);
            }
            return base.get().resolve(path).normalize();
        }

        boolean movedToList() {
            return base.filter(listFolder::equals).isPresent() && !listFolder.equals(workingFolder);
        }
    }
}
