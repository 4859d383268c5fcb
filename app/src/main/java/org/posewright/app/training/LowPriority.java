package org.posewright.app.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How a system runs a program behind all others, and deaf to the Ctrl+C and the closing of the terminal that the window was started from.
 *
 * @param prefix words before the program's own
 * @param hasAdjustment whether the priority is set from outside once the process runs
 */
record LowPriority(List<String> prefix, boolean hasAdjustment) {

    private static final String NICENESS = "10";
    private static final String SHELL = "/bin/sh";
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** Java leaves signals alone that it finds ignored. */
    private static final String DEAF = "trap '' HUP INT; ";

    /**
     * Linux shares the processor out among sessions first, and niceness counts only within one: a session of its own gets a niceness of its
     * own, so that training also stays behind a window that was started later and elsewhere.
     */
    private static final String SESSION =
            "[ ! -w /proc/self/autogroup ] || echo " + NICENESS + " >/proc/self/autogroup; ";

    private static final String REPLACE = "exec \"$@\"";

    LowPriority {
        prefix = List.copyOf(prefix);
    }

    static LowPriority ofThisSystem() {
        return of(System.getProperty("os.name"), Files::isExecutable);
    }

    /**
     * @param system name as in {@code os.name}
     * @param exists whether there is a program at a path
     */
    static LowPriority of(String system, Predicate<Path> exists) {
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            // `start /belownormal` would put a cmd.exe between, and the process could not be found and ended by its
            // number.
            return new LowPriority(List.of(), true);
        }
        List<String> words = new ArrayList<>();
        // setsid, the shell and nice replace themselves by the program, so the number of the process stays.
        boolean hasSession = exists.test(SETSID);
        if (hasSession) {
            words.add(SETSID.toString());
        }
        if (exists.test(Path.of(SHELL))) {
            words.addAll(List.of(SHELL, "-c", DEAF + (hasSession ? SESSION : "") + REPLACE, "posewright-train"));
        }
        if (exists.test(NICE)) {
            words.addAll(List.of(NICE.toString(), "-n", NICENESS));
        }
        return new LowPriority(words, false);
    }

    /** The command that lowers the priority of a running process; empty where the prefix has done it. */
    List<String> adjustment(long pid) {
        return hasAdjustment
                ? List.of(
                        "powershell",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        "(Get-Process -Id " + pid + ").PriorityClass = 'BelowNormal'")
                : List.of();
    }
}
