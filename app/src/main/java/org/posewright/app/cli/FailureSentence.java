package org.posewright.app.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** The sentence about a failure; Java's file exceptions say no more than the path, so theirs are made here. */
final class FailureSentence {

    private FailureSentence() {}

    /** Empty for failures that nobody foresaw. */
    static Optional<String> of(Throwable problem) {
        if (problem instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause());
        }
        if (problem instanceof FileSystemException file && isBare(file)) {
            return Optional.of(sentence(file));
        }
        return Optional.ofNullable(problem.getMessage()).filter(message -> !message.isBlank());
    }

    /** Exceptions of this program that extend Java's have a sentence of their own. */
    private static boolean isBare(FileSystemException file) {
        return file.getClass().getName().startsWith("java.");
    }

    private static String sentence(FileSystemException file) {
        String path = file.getFile();
        if (file instanceof NoSuchFileException) {
            return path + " does not exist or cannot be made; check the path";
        }
        if (file instanceof AccessDeniedException) {
            return "no permission for " + path + "; change its rights or choose another place";
        }
        if (file instanceof FileAlreadyExistsException) {
            return path + " exists and is in the way; choose another name";
        }
        if (file instanceof NotDirectoryException) {
            return path + " is not a folder; choose a folder";
        }
        String reason = file.getReason();
        return path + " cannot be read or written" + (reason == null ? "" : " (" + reason + ")")
                + "; check the path, its rights and the space left";
    }
}
