package org.posewright.annotations.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** A file could not be written, read or copied; the message is one sentence for a person: what, where, what to do. */
public final class StorageException extends IOException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says in words why {@code target} could not be written; a {@code StorageException} is returned as it is. */
    static StorageException ofWrite(Path target, IOException cause) {
        if (cause instanceof StorageException known) {
            return known;
        }
        return new StorageException(target + " was not written: " + reason(target, cause), cause);
    }

    private static String reason(Path target, IOException cause) {
        String text = text(cause);
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota")) {
            return "the disk is full; free some space and save again";
        }
        if (text.contains("read-only file system")) {
            return "it lies on a read-only disk; choose another folder";
        }
        if (text.contains("name too long")) {
            return "its name is too long for this disk; choose a shorter one";
        }
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            return "no right to write in the folder " + target.toAbsolutePath().getParent()
                    + "; change its permissions or choose another folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it exists already; choose another name or allow it to be replaced";
        }
        if (cause instanceof NoSuchFileException) {
            return "the folder " + target.toAbsolutePath().getParent() + " does not exist; create it first";
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                + "; the file is as it was";
    }

    private static String text(IOException cause) {
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(reason, "").toLowerCase(Locale.ROOT);
    }
}
