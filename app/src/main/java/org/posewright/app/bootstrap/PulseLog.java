package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each pulse cost the FX thread, for measurements: everything the thread did since the pulse before on the processor, by the clock what
 * was handled of input, arrivals and layout, and the longest piece of it by processor time. On the FX thread only; {@code app/src/test/scripts/fluency} reads the file.
 */
final class PulseLog {

    private static final Logger LOG = LoggerFactory.getLogger(PulseLog.class);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String INPUT = "handling of ";

    private final Path file;
    private final List<String> rows = new ArrayList<>(List.of("input,cpu_ms,work_ms,longest,longest_cpu_ms,at_ms"));
    private String input = "";
    private double workMillis;
    private String longest = "";
    private double longestCpuMillis;
    private long cpuNanos = -1;

    PulseLog(Path file) {
        this.file = file;
    }

    /** A piece of work within the pulse to come. */
    void work(String what, double millis, double cpuMillis) {
        workMillis += millis;
        if (cpuMillis > longestCpuMillis) {
            longest = what;
            longestCpuMillis = cpuMillis;
        }
        if (what.startsWith(INPUT)) {
            input = what.substring(INPUT.length());
        }
    }

    /** A pulse has ended. */
    void pulse(long nowCpuNanos) {
        if (cpuNanos >= 0) {
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,%.3f,%.3f,%s,%.3f,%d",
                    input,
                    (nowCpuNanos - cpuNanos) / NANOS_PER_MILLI,
                    workMillis,
                    longest.replace(',', ';'),
                    longestCpuMillis,
                    System.currentTimeMillis()));
        }
        cpuNanos = nowCpuNanos;
        workMillis = 0;
        longest = "";
        longestCpuMillis = 0;
        input = "";
    }

    void write() {
        try {
            Files.write(file, rows, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            LOG.warn("pulses could not be written to {}", file, refused);
        }
    }
}
