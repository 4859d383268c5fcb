package org.posewright.app.cli;

import java.io.PrintWriter;
import org.posewright.annotations.work.ProgressListener;

/** Prints progress lines, at most one a second, so that logs stay readable. */
final class ProgressPrinter implements ProgressListener {

    private static final long NANOS_BETWEEN = 1_000_000_000L;

    private final PrintWriter out;
    private final String what;
    private long lastNanos = System.nanoTime();

    ProgressPrinter(PrintWriter out, String what) {
        this.out = out;
        this.what = what;
    }

    @Override
    public synchronized void progress(long done, long total, String message) {
        long now = System.nanoTime();
        if (now - lastNanos >= NANOS_BETWEEN) {
            lastNanos = now;
            out.println(what + " " + done + "/" + total + " (" + message + ")");
            out.flush();
        }
    }
}
