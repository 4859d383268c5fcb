package org.posewright.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.ModelDescriptor;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;

/** Opens pose models from ONNX files. Opening reads the file and plans the network: some tenths of a second. */
public final class OnnxModels {

    private final OrtEnvironment environment;

    /**
     * @throws PoseModelException if the runtime cannot be started in this process
     */
    public OnnxModels() {
        environment = RuntimeStart.environment();
    }

    /**
     * @param wish device; what became of it is in {@link PoseModel#device()}
     * @throws PoseModelException if the file is missing, broken or not a pose model; one sentence that names it
     */
    public PoseModel open(Path file, DeviceRequest wish, RunPurpose purpose) {
        if (!Files.isRegularFile(file)) {
            throw new PoseModelException("The model file " + file + " does not exist; check the path.", null);
        }
        OpenedSession opened = openSession(file, wish, purpose);
        try {
            ModelDescriptor descriptor = new ModelInspector(environment).inspect(file, opened.session());
            return new OnnxPoseModel(environment, opened, descriptor);
        } catch (OrtException failure) {
            close(opened.session(), failure);
            throw new PoseModelException(
                    file + " cannot be run: " + OrtMessages.firstLine(failure) + "; export the model again.", failure);
        } catch (RuntimeException refused) {
            close(opened.session(), refused);
            throw refused;
        }
    }

    private OpenedSession openSession(Path file, DeviceRequest wish, RunPurpose purpose) {
        try {
            return new SessionOpener(environment).open(file, wish, purpose);
        } catch (OrtException failure) {
            throw new PoseModelException(
                    file + " is not a readable ONNX model (" + OrtMessages.firstLine(failure)
                            + "); fetch or export it again.",
                    failure);
        }
    }

    private static void close(OrtSession session, Exception cause) {
        try {
            session.close();
        } catch (OrtException failure) {
            cause.addSuppressed(failure);
        }
    }
}
