package org.posewright.app.bootstrap;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of work on the FX thread that is longer than a frame allows: handling of input, and layout with painting. */
public final class PulseWatchdog {

    /** Longer than this is a slow pulse. */
    public static final double LIMIT_MILLIS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(PulseWatchdog.class);
    private static final double NANOS_PER_MILLI = 1e6;

    private final AtomicLong slowPulses = new AtomicLong();
    private final AtomicLong pulses = new AtomicLong();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final @Nullable PulseLog log;
    private Moment layoutStart = now();

    public PulseWatchdog() {
        String file = System.getProperty("posewright.pulses", "");
        log = file.isEmpty() ? null : new PulseLog(Path.of(file));
    }

    /** Whether this run of the program wants it: system property {@code posewright.watchdog}. */
    public static boolean isWanted() {
        return Boolean.getBoolean("posewright.watchdog");
    }

    /** Watches a scene for as long as it lives. */
    public void watch(Scene scene) {
        EventDispatcher inner = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> {
            Moment start = now();
            Event result = inner.dispatchEvent(event, tail);
            if (event instanceof InputEvent) {
                report("handling of " + event.getEventType(), start);
            }
            return result;
        });
        scene.addPreLayoutPulseListener(() -> layoutStart = now());
        scene.addPostLayoutPulseListener(() -> {
            report("layout and painting", layoutStart);
            if (log != null) {
                log.pulse(threads.getCurrentThreadCpuTime());
            }
        });
    }

    /** Runs what a task brings to the FX thread and looks how long it takes. */
    public void around(String what, Runnable action) {
        Moment start = now();
        try {
            action.run();
        } finally {
            report("ending of task \"" + what + "\"", start);
        }
    }

    /** Writes what was measured of each pulse, if somebody wants it. */
    void writePulses() {
        if (log != null) {
            log.write();
        }
    }

    /** How many pieces of work were too long so far. */
    public long slowPulses() {
        return slowPulses.get();
    }

    /** How many were looked at. */
    public long pulses() {
        return pulses.get();
    }

    private Moment now() {
        return new Moment(System.nanoTime(), threads.getCurrentThreadCpuTime());
    }

    private void report(String what, Moment start) {
        Moment end = now();
        double millis = (end.wallNanos - start.wallNanos) / NANOS_PER_MILLI;
        double cpuMillis = (end.cpuNanos - start.cpuNanos) / NANOS_PER_MILLI;
        pulses.incrementAndGet();
        if (log != null) {
            log.work(what, millis);
        }
        if (millis > LIMIT_MILLIS) {
            slowPulses.incrementAndGet();
            LOG.warn(
                    "slow pulse: {} took {} ms, {} ms of them on the processor",
                    what,
                    Math.round(millis * 10) / 10.0,
                    Math.round(cpuMillis * 10) / 10.0);
        }
    }

    /** Both clocks: on a busy machine the wall clock also counts the others. */
    private record Moment(long wallNanos, long cpuNanos) {}
}
