package org.posewright.app.task;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a stream that a reader waits at, once the reader is cancelled or nothing has come for too long; Java's client does neither. */
public final class StallGuard implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);
    private static final int LOOK_MILLIS = 100;

    private final InputStream watched;
    private final long patienceNanos;
    private final CancellationToken token;
    private final Thread watcher = new Thread(this::watch, "download-guard");
    private volatile long lastNanos = System.nanoTime();

    /**
     * @param patience how long nothing may come
     */
    public StallGuard(InputStream watched, Duration patience, CancellationToken token) {
        this.watched = watched;
        this.patienceNanos = patience.toNanos();
        this.token = token;
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Takes each report for a sign of life. */
    public ProgressListener around(ProgressListener progress) {
        return (done, total, message) -> {
            lastNanos = System.nanoTime();
            progress.progress(done, total, message);
        };
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!token.isCancelled() && System.nanoTime() - lastNanos < patienceNanos) {
                Thread.sleep(LOOK_MILLIS);
            }
            watched.close();
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("the silent connection did not close", e);
        }
    }
}
