package org.posewright.app.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How a system runs a program behind all others, and apart from the terminal of the window, whose Ctrl+C is not meant for it.
 *
 * @param prefix words before the program's own
 * @param hasAdjustment whether the priority is set from outside once the process runs
 */
record LowPriority(List<String> prefix, boolean hasAdjustment) {

    private static final String NICENESS = "10";

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
        // setsid and nice replace themselves by the program, so the number of the process stays.
        first(exists, "/usr/bin/setsid", "/usr/bin/nohup").ifPresent(words::add);
        first(exists, "/usr/bin/nice", "/bin/nice").ifPresent(nice -> words.addAll(List.of(nice, "-n", NICENESS)));
        return new LowPriority(words, false);
    }

    private static java.util.Optional<String> first(Predicate<Path> exists, String... programs) {
        return List.of(programs).stream()
                .filter(program -> exists.test(Path.of(program)))
                .findFirst();
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
