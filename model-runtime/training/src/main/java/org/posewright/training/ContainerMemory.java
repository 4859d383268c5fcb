package org.posewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory that Linux lets this process's control groups still use: what a container, a service or a batch system allows, whichever of
 * the enclosing groups allows least. Knows both versions of control groups.
 */
final class ContainerMemory {

    private static final Path MEMBERSHIP = Path.of("/proc/self/cgroup");
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");
    private static final int FIELDS = 3;

    private ContainerMemory() {}

    /** Names of a group's files. */
    private record Version(String limit, String usage, String reclaimable) {
        static final Version V1 = new Version("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ");
        static final Version V2 = new Version("memory.max", "memory.current", "inactive_file ");
    }

    /** Empty where no group sets a limit. */
    static OptionalLong free() {
        return free(MEMBERSHIP, MOUNT);
    }

    static OptionalLong free(Path membership, Path mount) {
        OptionalLong least = OptionalLong.empty();
        try {
            List<String> lines = Files.isReadable(membership) ? Files.readAllLines(membership) : List.of();
            for (String line : lines) {
                String[] fields = line.split(":", FIELDS);
                if (fields.length < FIELDS) {
                    continue;
                }
                if (fields[1].isEmpty()) {
                    least = lesser(least, below(mount, fields[2], Version.V2));
                } else if (List.of(fields[1].split(",")).contains("memory")) {
                    least = lesser(least, below(mount.resolve("memory"), fields[2], Version.V1));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // A group that does not tell its limit sets none that could be kept.
            return least;
        }
        return least;
    }

    private static OptionalLong below(Path root, String group, Version version) throws IOException {
        OptionalLong least = OptionalLong.empty();
        Path relative = Path.of("/").relativize(Path.of(group));
        for (int depth = relative.getNameCount(); depth >= 0; depth--) {
            Path folder = depth == 0 ? root : root.resolve(relative.subpath(0, depth));
            least = lesser(least, of(folder, version));
        }
        return least;
    }

    private static OptionalLong of(Path folder, Version version) throws IOException {
        Path limitFile = folder.resolve(version.limit);
        Path usageFile = folder.resolve(version.usage);
        if (!Files.isReadable(limitFile) || !Files.isReadable(usageFile)) {
            return OptionalLong.empty();
        }
        String limit = Files.readString(limitFile).strip();
        if (limit.equals("max")) {
            return OptionalLong.empty();
        }
        long used = Long.parseLong(Files.readString(usageFile).strip()) - reclaimable(folder, version);
        return OptionalLong.of(Math.max(0, Long.parseLong(limit) - used));
    }

    /** Cached file pages: counted as used, given up when a process needs memory. */
    private static long reclaimable(Path folder, Version version) throws IOException {
        Path stat = folder.resolve("memory.stat");
        List<String> lines = Files.isReadable(stat) ? Files.readAllLines(stat) : List.of();
        for (String line : lines) {
            if (line.startsWith(version.reclaimable)) {
                return Long.parseLong(
                        line.substring(version.reclaimable.length()).strip());
            }
        }
        return 0;
    }

    private static OptionalLong lesser(OptionalLong a, OptionalLong b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()));
    }
}
