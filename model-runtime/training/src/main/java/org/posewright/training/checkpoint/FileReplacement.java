package org.posewright.training.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import org.posewright.annotations.storage.AtomicFiles;

/** Replaces a model file by new content in one step: while writing, and when that fails (disk full), the old file stays whole. */
public final class FileReplacement {
    private FileReplacement() {}

    /** @throws CheckpointException if the content cannot be written, with the remedy */
    public static void write(Path file, AtomicFiles.Content content) {
        try {
            new AtomicFiles().write(file, content);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            boolean placed = message.contains(String.valueOf(file.getFileName()));
            throw new CheckpointException(placed ? message : file + " cannot be written: " + message, e);
        }
    }
}
