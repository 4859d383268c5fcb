package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders in which runs are measured. Each has the process that measures in its name, so that what a killed window left is told from
 * what another window is working on.
 *
 * @param parent holds them and may hold other things
 */
public record EstimateFolders(Path parent) {

    private static final Logger LOG = LoggerFactory.getLogger(EstimateFolders.class);
    private static final Pattern NAME = Pattern.compile("estimate-(\\d{1,18})-(\\d{1,18})-.+");

    /** An empty folder of this process. */
    Path make() throws IOException {
        RunProcess owner = RunProcess.of(ProcessHandle.current());
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, "estimate-" + owner.pid() + "-" + owner.startedMillis() + "-");
    }

    /** Ends and deletes measurements whose window is gone. What cannot be deleted is tried again at the next start. */
    public void removeAbandoned() {
        for (Path folder : abandoned()) {
            try {
                RunProcess.read(RunFiles.of(folder).process()).ifPresent(RunProcess::kill);
                delete(folder);
            } catch (IOException kept) {
                LOG.warn("the abandoned measurement {} stays until the next start", folder, kept);
            }
        }
    }

    private List<Path> abandoned() {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(EstimateFolders::isAbandoned)
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be looked through for abandoned measurements", parent, unreadable);
            return List.of();
        }
    }

    private static boolean isAbandoned(Path folder) {
        return owner(String.valueOf(folder.getFileName()))
                .filter(owner -> !owner.isAlive())
                .isPresent();
    }

    private static Optional<RunProcess> owner(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(new RunProcess(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
