package org.posewright.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Appends lines to {@code progress.jsonl}: the story of a run, also of its resumed parts, for a window that opens later. */
public final class ProgressLog implements Consumer<String> {

    private final Path file;

    public ProgressLog(Path file) {
        this.file = file;
    }

    /**
     * @throws UncheckedIOException if the line cannot be written, for example because the disk is full
     */
    @Override
    public void accept(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
