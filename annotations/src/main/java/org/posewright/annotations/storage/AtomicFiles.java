package org.posewright.annotations.storage;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files so that at any moment the target is either wholly old or wholly new: temporary file in the target's folder, fsync,
 * rename, fsync of the folder. A target that is a symbolic link is followed, so the link stays and the file it names is replaced;
 * permissions of a replaced file are kept. When anything fails the target is as it was and no temporary file stays.
 *
 * <p>Thread-safe: there is no state.
 */
public final class AtomicFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String TEMPORARY_PREFIX = ".posewright-";
    private static final String TEMPORARY_SUFFIX = ".tmp";

    private final UnaryOperator<OutputStream> disk;

    /** Writes the bytes of a file. What it throws ends the write with the target untouched. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public AtomicFiles() {
        this(UnaryOperator.identity());
    }

    /** For tests of full disks: {@code disk} stands between the writer and the temporary file. */
    AtomicFiles(UnaryOperator<OutputStream> disk) {
        this.disk = disk;
    }

    /**
     * Creates or replaces a file.
     *
     * @throws StorageException if the file cannot be written, with reason and remedy
     * @throws IOException what {@code content} throws
     */
    public void write(Path target, Content content) throws IOException {
        write(target, content, true);
    }

    /**
     * Creates a file that must not exist yet.
     *
     * @throws StorageException if it exists or cannot be written
     * @throws IOException what {@code content} throws
     */
    public void create(Path target, Content content) throws IOException {
        write(target, content, false);
    }

    /** Creates or replaces a file with UTF-8 text. */
    public void writeText(Path target, String text) throws IOException {
        writeBytes(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates or replaces a file with these bytes. */
    public void writeBytes(Path target, byte[] bytes) throws IOException {
        write(target, out -> out.write(bytes), true);
    }

    /** A name that nothing has yet, for a file in the making; {@link #deleteLeftovers} finds it. */
    public static Path temporaryIn(Path folder) {
        return folder.resolve(TEMPORARY_PREFIX + UUID.randomUUID() + TEMPORARY_SUFFIX);
    }

    /**
     * Deletes the temporary files that a killed process left in a folder. Only for who knows that nobody else writes there now.
     *
     * @return how many there were
     */
    public static int deleteLeftovers(Path folder) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, TEMPORARY_PREFIX + "*" + TEMPORARY_SUFFIX)) {
            for (Path file : files) {
                count += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return count;
    }

    private void write(Path target, Content content, boolean replace) throws IOException {
        Path file = resolveLinks(target);
        if (Files.exists(file)) {
            requireReplaceable(file, replace);
        }
        Path folder = folderOf(file);
        Path temporary = temporaryIn(folder);
        try {
            fill(temporary, file, content);
            keepPermissions(file, temporary);
            move(temporary, file, replace);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder);
    }

    private void fill(Path temporary, Path target, Content content) throws IOException {
        try (FileChannel channel = open(temporary, target)) {
            OutputStream raw = disk.apply(Channels.newOutputStream(channel));
            OutputStream out = new BufferedOutputStream(new TargetStream(raw, target), BUFFER_BYTES);
            content.writeTo(out);
            out.flush();
            force(channel, target);
        }
    }

    private static FileChannel open(Path temporary, Path target) throws StorageException {
        try {
            return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StorageException.ofWrite(target, e);
        }
    }

    private static void force(FileChannel channel, Path target) throws StorageException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw StorageException.ofWrite(target, e);
        }
    }

    private static void requireReplaceable(Path file, boolean replace) throws StorageException {
        if (!replace) {
            throw StorageException.ofWrite(file, new FileAlreadyExistsException(file.toString()));
        }
        if (Files.isDirectory(file)) {
            throw new StorageException(file + " was not written: a folder of that name exists; choose another name");
        }
        if (!Files.isWritable(file)) {
            throw new StorageException(file + " was not written: it is write-protected; change its permissions first");
        }
    }

    private static void move(Path temporary, Path file, boolean replace) throws StorageException {
        try {
            if (replace) {
                moveOver(temporary, file);
            } else {
                Files.move(temporary, file);
            }
        } catch (IOException e) {
            throw StorageException.ofWrite(file, e);
        }
    }

    private static void moveOver(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("{} is replaced without an atomic rename: {}", file, e.getReason());
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepPermissions(Path file, Path temporary) throws StorageException {
        PosixFileAttributeView target = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (target == null || !Files.exists(file)) {
            return;
        }
        try {
            target.setPermissions(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw StorageException.ofWrite(file, e);
        }
    }

    /** The file behind any chain of links, also when the last link points to nothing yet. */
    private static Path resolveLinks(Path target) throws StorageException {
        Path path = target.toAbsolutePath();
        int maximumLinks = 40;
        for (int i = 0; i < maximumLinks && Files.isSymbolicLink(path); i++) {
            try {
                path = folderOf(path).resolve(Files.readSymbolicLink(path));
            } catch (IOException e) {
                throw StorageException.ofWrite(target, e);
            }
        }
        return path;
    }

    private static Path folderOf(Path file) throws StorageException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new StorageException(file + " was not written: it is the root of a disk; name a file in a folder");
        }
        return folder;
    }

    /** Makes the rename itself durable. Systems that cannot open a folder (Windows) do so on their own. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synchronised: {}", folder, e.toString());
        }
    }

    /** Turns failures of the disk, and only those, into sentences about the target. */
    private static final class TargetStream extends FilterOutputStream {
        private final Path target;

        TargetStream(OutputStream out, Path target) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw StorageException.ofWrite(target, e);
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }
    }
}
