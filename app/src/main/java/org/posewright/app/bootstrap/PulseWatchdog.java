package org.posewright.app.bootstrap;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.jspecify.annotations.Nullable;
import org.posewright.app.text.Decimals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of work on the FX thread that is longer than a frame allows: handling of input, layout with painting, endings of tasks. The log
 * goes by the clock on the wall, which on a busy machine also counts the others; {@link #overBudget} goes by the thread's own processor
 * time, so that a test may fail by it anywhere.
 */
public final class PulseWatchdog {

    /** Longer than this is a slow pulse. */
    public static final double LIMIT_MILLIS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(PulseWatchdog.class);
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<String> overBudget = new CopyOnWriteArrayList<>();
    private final Map<String, Double> longest = new ConcurrentHashMap<>();
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
        Runnable end = () -> {
            report("layout and painting", layoutStart);
            if (log != null) {
                log.pulse(threads.getCurrentThreadCpuTime());
            }
        };
        scene.addPreLayoutPulseListener(() -> {
            // Last of all listeners, also of those that came meanwhile: canvases paint in theirs.
            scene.removePostLayoutPulseListener(end);
            scene.addPostLayoutPulseListener(end);
            layoutStart = now();
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

    /** Each piece of work that took the FX thread more processor time than {@link #LIMIT_MILLIS}, in words. */
    public List<String> overBudget() {
        return List.copyOf(overBudget);
    }

    /** The most processor time in milliseconds that each kind of work has taken. */
    public Map<String, Double> longestMillis() {
        return new TreeMap<>(longest);
    }

    /** Forgets what was too long so far, such as the start of the program. */
    public void forget() {
        overBudget.clear();
        longest.clear();
    }

    private Moment now() {
        return new Moment(System.nanoTime(), threads.getCurrentThreadCpuTime());
    }

    private void report(String what, Moment start) {
        Moment end = now();
        double millis = (end.wallNanos - start.wallNanos) / NANOS_PER_MILLI;
        double cpuMillis = (end.cpuNanos - start.cpuNanos) / NANOS_PER_MILLI;
        longest.merge(what, cpuMillis, Math::max);
        if (log != null) {
            log.work(what, millis, cpuMillis);
        }
        if (cpuMillis > LIMIT_MILLIS) {
            overBudget.add(what + ": " + Decimals.of(cpuMillis, 1) + " ms");
        }
        if (millis > LIMIT_MILLIS) {
            LOG.warn(
                    "slow pulse: {} took {} ms, {} ms of them on the processor",
                    what,
                    Decimals.of(millis, 1),
                    Decimals.of(cpuMillis, 1));
        }
    }

    /** Both clocks: on a busy machine the wall clock also counts the others. */
    private record Moment(long wallNanos, long cpuNanos) {}
}
