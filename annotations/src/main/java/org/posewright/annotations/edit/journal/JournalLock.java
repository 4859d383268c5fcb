package org.posewright.annotations.edit.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that one window at a time edits a dataset. The operating system holds the lock and lets go of it when the process ends in
 * whatever way, so a lock file that is left over is taken over. The text in the file only tells others who holds it.
 */
final class JournalLock implements Closeable {

    /** The locked byte lies far behind the text, because Windows lets nobody read what is locked. */
    private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    static JournalLock acquire(Path file) throws JournalException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean acquired = false;
            try {
                acquired = tryLock(channel) != null;
                if (acquired) {
                    signName(channel);
                }
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
            if (acquired) {
                return new JournalLock(channel);
            }
        } catch (IOException e) {
            throw new JournalException(
                    "The dataset cannot be locked for editing with " + file + ": " + e.getMessage() + ".", e);
        }
        throw new JournalException(
                "This dataset is open in another window of the program (" + holder(file) + "); close it there first.");
    }

    private static void signName(FileChannel channel) throws IOException {
        String text = "process " + ProcessHandle.current().pid();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_POSITION, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? "unknown process" : text;
        } catch (IOException e) {
            return "unknown process";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
