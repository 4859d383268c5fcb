package org.posewright.app.viewmodel.model;

import java.nio.file.Path;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.onnx.RunPurpose;

/** Opens models; slow, for jobs. A test replaces it. */
@FunctionalInterface
public interface ModelLibrary {

    /**
     * @throws org.posewright.runtime.PoseModelException if the file is no pose model, naming it
     */
    OpenModel open(Path file, DeviceRequest wish, RunPurpose purpose);
}
