package org.posewright.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.runtime.PoseModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts ONNX Runtime without its telemetry. Release 1.29 reports usage on Linux too, unless the environment variable below is set
 * before the process starts; while it prepares a report it copies the process's command line into a fixed buffer and crashes the
 * whole process when that is longer than about 3,980 bytes. The start scripts set the variable; for other ways to start, reporting is
 * switched off right after the start, and a command line that would crash is refused.
 */
final class RuntimeStart {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeStart.class);
    private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final int LONGEST_COMMAND_LINE_BYTES = 3900;

    private RuntimeStart() {}

    /** The one environment of the process; the runtime itself keeps it so, the first call names its log level. */
    static OrtEnvironment environment() {
        requireSafeCommandLine(System.getenv(NO_TELEMETRY), commandLineBytes());
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "posewright");
        try {
            environment.setTelemetry(false);
        } catch (OrtException failure) {
            LOG.warn("ONNX Runtime's telemetry could not be switched off", failure);
        }
        return environment;
    }

    static void requireSafeCommandLine(@Nullable String telemetryDisabled, int commandLineBytes) {
        boolean reports = telemetryDisabled == null || telemetryDisabled.isBlank() || telemetryDisabled.equals("0");
        if (reports && commandLineBytes > LONGEST_COMMAND_LINE_BYTES) {
            throw new PoseModelException(
                    "ONNX Runtime would crash on this process's command line of " + commandLineBytes
                            + " bytes; start through bin/posewright, or set the environment variable " + NO_TELEMETRY
                            + " to 1.",
                    null);
        }
    }

    /** Zero where the system does not show it, and there the runtime does not read it either. */
    private static int commandLineBytes() {
        try {
            return Files.isReadable(COMMAND_LINE) ? Files.readAllBytes(COMMAND_LINE).length : 0;
        } catch (IOException hidden) {
            LOG.debug("the command line cannot be read", hidden);
            return 0;
        }
    }
}
