package org.posewright.training.export;

import java.nio.file.Path;
import java.time.Clock;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.checkpoint.onnx.OnnxWriter;

/** Turns a model file into an ONNX file that any runtime can use. Needs no libtorch. */
public final class CheckpointToOnnx {
    private final OnnxWriter writer;

    public CheckpointToOnnx(Clock clock) {
        this.writer = new OnnxWriter(clock);
    }

    /**
     * @param model {@code .pt} checkpoint, or an {@code .onnx} to export anew with other options
     * @param target replaced in one step
     * @return what was exported
     * @throws org.posewright.training.checkpoint.CheckpointException if the model cannot be read or the target not be written
     */
    public Checkpoint export(Path model, Path target, OnnxExportOptions options) {
        Checkpoint checkpoint = ModelFileReader.read(model);
        writer.write(target, checkpoint, options);
        return checkpoint;
    }
}
