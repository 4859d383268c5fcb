package org.posewright.app.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.storage.AtomicFiles;

/**
 * The process of a run, found again by any window.
 *
 * @param startedMillis when it started, which tells it from a later process with the same number; 0 where the system does not say
 */
public record RunProcess(long pid, long startedMillis) {

    private static final long TOLERANCE_MILLIS = 2000;

    static RunProcess of(ProcessHandle handle) {
        return new RunProcess(handle.pid(), started(handle));
    }

    void write(Path file) throws IOException {
        byte[] bytes = new ObjectMapper().writeValueAsBytes(Map.of("pid", pid, "startedMillis", startedMillis));
        new AtomicFiles().writeBytes(file, bytes);
    }

    /** The process that worked on the run last; empty when none is known. */
    public static Optional<RunProcess> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode node = new ObjectMapper().readTree(Files.readAllBytes(file));
        return Optional.of(new RunProcess(
                node.path("pid").asLong(), node.path("startedMillis").asLong()));
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Ends it at once; only after it has not listened. */
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        long started = started(handle);
        return started == 0 || startedMillis == 0 || Math.abs(started - startedMillis) <= TOLERANCE_MILLIS;
    }

    private static long started(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
