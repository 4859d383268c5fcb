package org.posewright.app.cli;

import java.io.IOException;
import java.io.InputStream;
import org.posewright.training.run.TrainingControl;

/**
 * Reads wishes as lines of standard input: {@code pause}, {@code resume} (or {@code run}), {@code stop} (end, keep the best) and
 * {@code cancel}. Asked between training steps; never waits, and a closed input changes nothing, so training outlives the window
 * that started it. The run folder's control file does the same for a window that comes later.
 */
final class StandardInputControl implements TrainingControl {

    private final InputStream input;
    private final StringBuilder line = new StringBuilder();
    private Wish wish = Wish.RUN;

    StandardInputControl(InputStream input) {
        this.input = input;
    }

    @Override
    public Wish wish() {
        try {
            while (input.available() > 0) {
                int next = input.read();
                if (next == '\n') {
                    // "resume" is no wish of its own: going on is.
                    wish = Wish.of(line.toString());
                    line.setLength(0);
                } else if (next >= 0) {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            // Nobody is there any more to wish for anything.
            return wish;
        }
        return wish;
    }
}
