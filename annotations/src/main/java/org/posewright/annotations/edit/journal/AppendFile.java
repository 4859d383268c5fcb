package org.posewright.annotations.edit.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/** A file that grows at its end: what the journal needs of a disk. */
interface AppendFile extends Closeable {

    /** Writes at {@code position} and returns when the bytes are on disk. */
    void writeAndForce(long position, byte[] bytes) throws IOException;

    void truncate(long size) throws IOException;

    /** Opens a file for appending, creating it where it is missing. */
    @FunctionalInterface
    interface Opener {
        AppendFile open(Path file) throws IOException;
    }

    /** A file of the file system. */
    static AppendFile open(Path file) throws IOException {
        boolean isNew = Files.notExists(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isNew) {
            forceFolder(file);
        }
        return new AppendFile() {
            @Override
            public void writeAndForce(long position, byte[] bytes) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                long at = position;
                while (buffer.hasRemaining()) {
                    at += channel.write(buffer, at);
                }
                channel.force(false);
            }

            @Override
            public void truncate(long size) throws IOException {
                channel.truncate(size);
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** Makes the name of a new file durable. Windows cannot open folders and does so on its own. */
    private static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LoggerFactory.getLogger(AppendFile.class)
                    .debug("The folder of {} cannot be synchronised: {}", file, e.toString());
        }
    }
}
