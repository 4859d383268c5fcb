package org.posewright.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How a window steers a run that may outlive it: the file {@code control} in the run folder holds one word, which the trainer reads
 * between steps.
 *
 * <table>
 * <caption>Words</caption>
 * <tr><td>{@code run}</td><td>go on (also when the file is missing, empty or not understood)</td></tr>
 * <tr><td>{@code pause}</td><td>wait between two steps until the word changes</td></tr>
 * <tr><td>{@code stop}</td><td>end now, validate and export the best weights; the run can be resumed</td></tr>
 * <tr><td>{@code cancel}</td><td>end now without anything further; the run can be resumed from its last epoch</td></tr>
 * </table>
 *
 * <p>The trainer deletes the file when it starts, so an old word does not stop a resumed run.
 */
public final class ControlFile implements TrainingControl {

    private final Path file;

    public ControlFile(Path file) {
        this.file = file;
    }

    /** Forgets what was asked of an earlier process. */
    public void reset() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Leaves a wish for the trainer. */
    public void write(Wish wish) throws IOException {
        Files.writeString(file, wish.name().toLowerCase(Locale.ROOT) + "\n");
    }

    @Override
    public Wish wish() {
        try {
            return Files.exists(file) ? Wish.of(Files.readString(file)) : Wish.RUN;
        } catch (IOException e) {
            // Somebody is just writing it: the next step reads it again.
            return Wish.RUN;
        }
    }
}
