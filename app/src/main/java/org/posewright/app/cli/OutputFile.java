package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a command writes at its end; what stands in its way is told before the work. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Makes the folder of a file that will be written.
     *
     * @param argument the name by which it was given
     * @param file null when it was not given
     * @throws CommandFailure if it cannot be written there
     * @throws IOException if its folder cannot be made
     */
    static void prepare(String argument, @Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(argument + "=" + file + " is a folder; name a file in it");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        boolean isWritable = Files.exists(file) ? Files.isWritable(file) : folder == null || Files.isWritable(folder);
        if (!isWritable) {
            throw new CommandFailure(
                    argument + "=" + file + " cannot be written; change its rights or choose another place");
        }
    }
}
