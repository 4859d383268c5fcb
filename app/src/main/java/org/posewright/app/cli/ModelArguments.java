package org.posewright.app.cli;

import java.nio.file.Path;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.app.inference.ModelOpener;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;
import picocli.CommandLine;

/** The arguments that every command with a model has. */
final class ModelArguments {

    @CommandLine.Option(names = "model", required = true, description = "pose model: .onnx, or a .pt checkpoint")
    private Path model;

    @CommandLine.Option(
            names = "device",
            defaultValue = "auto",
            description = "auto, cpu, cuda, coreml or directml (${DEFAULT-VALUE})")
    private String device;

    PoseModel open(ModelOpener opener, RunPurpose purpose) {
        return opener.open(model, request(), purpose, CancellationToken.NONE);
    }

    DeviceRequest request() {
        try {
            return DeviceRequest.parse(device);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    Path file() {
        return model;
    }
}
