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
            converter = DeviceName.class,
            description = "auto, cpu, cuda, coreml or directml (${DEFAULT-VALUE})")
    private DeviceRequest device;

    PoseModel open(ModelOpener opener, RunPurpose purpose) {
        return opener.open(model, device, purpose, CancellationToken.NONE);
    }

    /** Reads a device as it is typed; an unknown one is a wrong argument. */
    private static final class DeviceName implements CommandLine.ITypeConverter<DeviceRequest> {
        @Override
        public DeviceRequest convert(String text) {
            try {
                return DeviceRequest.parse(text);
            } catch (IllegalArgumentException unknown) {
                throw new CommandLine.TypeConversionException(String.valueOf(unknown.getMessage()));
            }
        }
    }
}
