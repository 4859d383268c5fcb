package org.posewright.app.inference;

import java.nio.file.Path;
import java.util.Locale;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.onnx.OnnxModels;
import org.posewright.runtime.onnx.RunPurpose;

/** Opens model files by their ending. Native libraries are loaded at the first opening, not before. */
public final class ModelFiles implements ModelOpener {

    @Override
    public PoseModel open(Path file, DeviceRequest device, RunPurpose purpose, CancellationToken token) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return new OnnxModels().open(file, device, purpose);
        }
        throw new PoseModelException(
                file + " is not a model file that can be opened; choose an .onnx file or a .pt checkpoint.", null);
    }
}
