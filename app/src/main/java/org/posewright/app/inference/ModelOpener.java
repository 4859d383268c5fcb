package org.posewright.app.inference;

import java.nio.file.Path;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;

/** Opens a model file of whatever kind. */
@FunctionalInterface
public interface ModelOpener {

    /**
     * @throws org.posewright.runtime.PoseModelException if the file cannot be used; one sentence that names it
     */
    PoseModel open(Path file, DeviceRequest device, RunPurpose purpose, CancellationToken token);
}
