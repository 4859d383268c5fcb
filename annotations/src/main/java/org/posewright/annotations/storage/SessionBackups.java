package org.posewright.annotations.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps one copy of each file as it was before the session first changed it. Without a backup folder the copy lies beside the file
 * as {@code NAME.bak}, replaced by the next session's; with one it lies there under the session's name. Thread-safe.
 */
public final class SessionBackups {

    private final AtomicFiles files;
    private final Optional<Path> folder;
    private final Map<Path, Path> copies = new HashMap<>();

    /** Backups beside the files. */
    public SessionBackups(AtomicFiles files) {
        this(files, Optional.empty());
    }

    /**
     * @param folder where the copies go, one folder for each session; paths of the originals are rebuilt below it
     */
    public SessionBackups(AtomicFiles files, Optional<Path> folder) {
        this.files = files;
        this.folder = folder.map(Path::toAbsolutePath);
    }

    /**
     * Copies a file unless this session did so before or there is no file yet. Call it before the first write.
     *
     * @return where the copy lies; empty when there was nothing to copy
     * @throws StorageException if the copy cannot be written; the original must then not be changed
     */
    public synchronized Optional<Path> keep(Path file) throws IOException {
        Path original = file.toAbsolutePath().normalize();
        Path known = copies.get(original);
        if (known != null) {
            return Optional.of(known);
        }
        if (!Files.exists(original)) {
            return Optional.empty();
        }
        Path copy = copyPath(original);
        files.write(copy, out -> {
            try (InputStream in = Files.newInputStream(original)) {
                in.transferTo(out);
            }
        });
        copies.put(original, copy);
        return Optional.of(copy);
    }

    /** The copy that this session made of a file. */
    public synchronized Optional<Path> copyOf(Path file) {
        return Optional.ofNullable(copies.get(file.toAbsolutePath().normalize()));
    }

    private Path copyPath(Path original) throws IOException {
        if (folder.isEmpty()) {
            return original.resolveSibling(original.getFileName() + ".bak");
        }
        Path root = original.getRoot();
        Path copy = folder.get().resolve(root == null ? original : root.relativize(original));
        Path parent = copy.getParent();
        if (parent != null) {
            try {
                Files.createDirectories(parent);
            } catch (IOException e) {
                throw StorageException.ofWrite(copy, e);
            }
        }
        return copy;
    }
}
