package org.posewright.app.training;

import java.util.List;
import java.util.Locale;

/**
 * Says why a training process may be gone, and what to do.
 *
 * @param cause message key suffix: {@code memory}, {@code natives}, {@code native}, {@code disk}, {@code told}, {@code silent}
 * @param detail the process's own words; may be empty
 * @param smallerBatch a batch size that may fit; 0 when there is none to suggest
 */
public record CrashExplanation(String cause, String detail, int smallerBatch) {

    private static final List<String> MEMORY = List.of(
            "outofmemory",
            "allocate memory",
            "not enough memory",
            "insufficient memory",
            "bad_alloc",
            "memory ran out",
            "oom");
    private static final List<String> NATIVES =
            List.of("unsatisfiedlink", "no jnitorch", "torchunavailable", "not available on this platform");
    private static final List<String> DISK = List.of("no space left", "disk full", "not enough space");

    /** How Java's last words begin when native code fails; it says them on standard output. */
    private static final String FATAL = "a fatal error has been detected by the java runtime";

    private static final String FRAME = "# Problematic frame:";

    /**
     * @param errors what the process wrote to standard error
     * @param output the end of what it wrote to standard output
     * @param state as far as the run came
     */
    public static CrashExplanation of(String errors, String output, RunState state) {
        List<String> farewell = farewell(output);
        String words = (errors + " " + String.join(" ", farewell) + " " + state.closing()).toLowerCase(Locale.ROOT);
        RunState.Setup setup = state.setup();
        int batch = setup == null ? 0 : setup.batch();
        String detail = lastLine(errors);
        if (containsAny(words, MEMORY)) {
            return new CrashExplanation("memory", detail, batch / 2);
        }
        if (containsAny(words, NATIVES)) {
            return new CrashExplanation("natives", detail, 0);
        }
        if (containsAny(words, DISK)) {
            return new CrashExplanation("disk", detail, 0);
        }
        if (words.contains(FATAL)) {
            return new CrashExplanation("native", frame(farewell), batch / 2);
        }
        return detail.isEmpty()
                ? new CrashExplanation("silent", "", batch / 2)
                : new CrashExplanation("told", detail, 0);
    }

    /** What Java said after the last event; an earlier process of the same run may have crashed before it. */
    private static List<String> farewell(String output) {
        List<String> lines = output.lines().toList();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            from = lines.get(i).startsWith("{") ? i + 1 : from;
        }
        return lines.subList(from, lines.size());
    }

    /** The function that failed, as in {@code C  [libtorch_cpu.so+0x1234]}; empty if Java does not name it. */
    private static String frame(List<String> farewell) {
        return farewell.stream()
                .dropWhile(line -> !line.startsWith(FRAME))
                .skip(1)
                .findFirst()
                .map(line -> line.replaceFirst("^#\\s*", "").strip())
                .orElse("");
    }

    private static boolean containsAny(String words, List<String> signs) {
        return signs.stream().anyMatch(words::contains);
    }

    private static String lastLine(String errors) {
        List<String> lines = errors.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("WARNING"))
                .toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).replaceFirst("^posewright: ", "");
    }
}
