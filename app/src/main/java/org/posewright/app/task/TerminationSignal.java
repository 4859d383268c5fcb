package org.posewright.app.task;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end by itself when the system asks the process to end (Ctrl-C, a termination signal, a closed terminal). Without it the
 * process ends in the middle of native code, which can crash.
 */
public final class TerminationSignal implements AutoCloseable {

    private final Runnable request;
    private final Duration grace;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::arrive, "termination");

    private TerminationSignal(Runnable request, Duration grace) {
        this.request = request;
        this.grace = grace;
    }

    /**
     * @param request asks the work to end soon; called on another thread
     * @param grace how long the process waits for {@link #close} before it ends all the same
     */
    public static TerminationSignal awaiting(Runnable request, Duration grace) {
        TerminationSignal signal = new TerminationSignal(request, grace);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** What happens when the signal comes; returns when the work has ended or the grace is over. */
    void arrive() {
        request.run();
        try {
            // Whether the work has ended or not: there is no more time for it.
            ended.await(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook has just been let go.
            return;
        }
    }
}
