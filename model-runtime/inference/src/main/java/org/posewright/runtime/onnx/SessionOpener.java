package org.posewright.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.runtime.DeviceReport;
import org.posewright.runtime.DeviceRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sessions on the wished device, or on the processor with the reason why not. An accelerator counts as running only when a
 * profiled run shows nodes on it, because the runtime falls back without a word.
 */
final class SessionOpener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionOpener.class);

    private final OrtEnvironment environment;

    SessionOpener(OrtEnvironment environment) {
        this.environment = environment;
    }

    OpenedSession open(Path model, DeviceRequest wish, RunPurpose purpose) throws OrtException {
        List<String> reasons = new ArrayList<>();
        for (Accelerator accelerator : Accelerator.candidatesFor(wish)) {
            if (!accelerator.isOffered()) {
                reasons.add(wish + " is not in this build of ONNX Runtime; " + accelerator.remedy());
                continue;
            }
            Optional<OpenedSession> opened = openOn(accelerator, model, wish, reasons);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        SessionThreads threads = SessionThreads.forProcessor(purpose);
        OrtSession session = openOnProcessor(model, threads);
        Optional<String> unmet = reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
        return new OpenedSession(session, new DeviceReport(wish, "CPU", describe(threads), unmet), threads);
    }

    private static String describe(SessionThreads threads) {
        return threads.concurrentRuns() == 1
                ? plural(threads.intraOp(), "thread")
                : threads.concurrentRuns() + " runs at a time, " + plural(threads.intraOp(), "thread") + " each";
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private OrtSession openOnProcessor(Path model, SessionThreads threads) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads.intraOp());
            options.setInterOpNumThreads(1);
            // Threads that spin between runs take the processor from the window and from picture decoding.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(model.toString(), options);
        }
    }

    private Optional<OpenedSession> openOn(
            Accelerator accelerator, Path model, DeviceRequest wish, List<String> reasons) {
        OrtSession session = null;
        try (SessionOptions options = new SessionOptions()) {
            Path profileFolder = Files.createTempDirectory("posewright-profile");
            try {
                options.enableProfiling(profileFolder.resolve("run").toString());
                accelerator.addTo(options);
                session = environment.createSession(model.toString(), options);
                ProviderProfile profile = profiledRun(session);
                if (profile.nodesOf(accelerator.profileName()) > 0) {
                    String detail = profile.nodesOf(accelerator.profileName()) + " of " + profile.total() + " nodes";
                    DeviceReport report = new DeviceReport(wish, accelerator.name(), detail, Optional.empty());
                    return Optional.of(new OpenedSession(session, report, new SessionThreads(1, 1)));
                }
                reasons.add(accelerator + " took none of the network's nodes");
            } finally {
                deleteFolder(profileFolder);
            }
        } catch (OrtException | IOException | UnsatisfiedLinkError failure) {
            reasons.add(accelerator + " could not start: " + OrtMessages.firstLine(failure));
            LOG.debug("{} could not start", accelerator, failure);
        }
        closeUnused(session);
        return Optional.empty();
    }

    private ProviderProfile profiledRun(OrtSession session) throws OrtException, IOException {
        WarmUp.run(environment, session);
        return ProviderProfile.read(Path.of(session.endProfiling()));
    }

    private static void closeUnused(@org.jspecify.annotations.Nullable OrtSession session) {
        if (session != null) {
            try {
                session.close();
            } catch (OrtException failure) {
                LOG.debug("an unused session did not close", failure);
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
