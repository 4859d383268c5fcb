package org.posewright.training.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file by new content in one step: while writing, and when that fails (disk full), the old file stays whole. */
public final class FileReplacement {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileReplacement() {}

    /** Writes the whole content; need not close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @throws CheckpointException if the content cannot be written */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER_BYTES)) {
                content.writeTo(out);
            }
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(partial, target);
        } catch (IOException e) {
            String message = target + " cannot be written: " + e.getMessage()
                    + ". The file before, if any, is untouched; make room or choose another folder.";
            throw removing(partial, new CheckpointException(message, e));
        } catch (CheckpointException e) {
            throw removing(partial, e);
        }
    }

    private static void move(Path partial, Path target) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static CheckpointException removing(Path partial, CheckpointException failure) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
