package org.posewright.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.export.CheckpointToOnnx;
import org.posewright.training.graph.NetworkInventory;
import picocli.CommandLine;

/** {@code export}: a checkpoint as an ONNX file that any runtime can use. */
@CommandLine.Command(name = "export", description = "write a checkpoint as an ONNX file")
final class ExportCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "model", required = true, description = "checkpoint (.pt), or an .onnx to write anew")
    private Path model;

    @CommandLine.Option(names = "format", defaultValue = "onnx", description = "only onnx (${DEFAULT-VALUE})")
    private String format;

    @CommandLine.Option(
            names = "imgsz",
            defaultValue = "640",
            description = "input side, or height,width, in pixels (${DEFAULT-VALUE})")
    private String imageSize;

    @CommandLine.Option(
            names = "dynamic",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "free batch, height and width (${DEFAULT-VALUE})")
    private boolean dynamic;

    @CommandLine.Option(
            names = "half",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "half precision (${DEFAULT-VALUE})")
    private boolean half;

    @CommandLine.Option(
            names = "weights",
            defaultValue = "fp32",
            description =
                    "how weights are stored: fp32, or fp16 for half the file at the same speed (${DEFAULT-VALUE})")
    private String weights;

    @CommandLine.Option(names = "file", description = "file to write; beside the model if not given")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (!format.equalsIgnoreCase("onnx")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "format=" + format + " is not supported; use format=onnx");
        }
        if (!weights.equals("fp32") && !weights.equals("fp16")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "weights=" + weights + " is not known; use weights=fp32 or weights=fp16");
        }
        OnnxExportOptions options = options();
        Path target = file == null ? besideModel() : file;
        if (!Files.isRegularFile(model)) {
            throw new CommandFailure("the model file " + model + " does not exist; check the path");
        }
        if (target.toAbsolutePath().normalize().equals(model.toAbsolutePath().normalize())) {
            throw new CommandFailure("the export would replace the model " + model + " itself; give another file=");
        }
        try {
            Checkpoint exported = new CheckpointToOnnx(Clock.systemDefaultZone()).export(model, target, options);
            report(exported, target, options);
        } catch (CheckpointException failure) {
            throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
        }
        return CommandLineProgram.SUCCESS;
    }

    private void report(Checkpoint exported, Path target, OnnxExportOptions options) {
        NetworkInventory fused = NetworkInventory.of(exported.spec(), true);
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%s (%,d parameters, %.1f GFLOPs at 640) -> %s, %s%s",
                        exported.spec().modelName(),
                        fused.parameterCount(),
                        fused.gigaFlopsAt640(),
                        target,
                        dynamic ? "any size" : options.inputHeight() + "x" + options.inputWidth(),
                        half ? ", half precision" : options.halfWeights() ? ", weights stored in half precision" : ""));
    }

    private OnnxExportOptions options() {
        String[] sides = imageSize.replaceAll("[\\[\\]() ]", "").split("[,x]");
        try {
            int height = Integer.parseInt(sides[0]);
            int width = sides.length == 1 ? height : Integer.parseInt(sides[1]);
            return new OnnxExportOptions(height, width, dynamic, half, weights.equals("fp16"));
        } catch (NumberFormatException | CheckpointException wrong) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "imgsz=" + imageSize + " is not an image size that can be exported; use multiples of 32 up to 8192,"
                            + " such as 640 or 384,640",
                    wrong);
        }
    }

    private Path besideModel() {
        String stem = String.valueOf(model.getFileName()).replaceFirst("\\.[^.]*$", "");
        return model.resolveSibling(stem + ".onnx");
    }
}
