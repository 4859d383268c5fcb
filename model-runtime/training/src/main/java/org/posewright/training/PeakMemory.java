package org.posewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The highest resident memory of this process so far; where the system does not tell, the present one. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final int KIBI = 1024;

    private PeakMemory() {}

    static long bytes() {
        try {
            List<String> lines = Files.isReadable(STATUS) ? Files.readAllLines(STATUS) : List.of();
            for (String line : lines) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * KIBI;
                }
            }
        } catch (IOException e) {
            return EpochMeter.memoryBytes();
        }
        return EpochMeter.memoryBytes();
    }
}
