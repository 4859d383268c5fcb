package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.onnx.OnnxModels;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.export.CheckpointToOnnx;

/**
 * Opens model files by their ending. Native libraries are loaded at the first opening, not before. A checkpoint is exported, with free input
 * sizes, to a temporary file that lives as long as the process; equal checkpoints make equal exports.
 */
public final class ModelFiles implements ModelOpener {
    private static final int DEFAULT_SIDE = 640;

    @Override
    public PoseModel open(Path file, DeviceRequest device, RunPurpose purpose, CancellationToken token) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return new OnnxModels().open(file, device, purpose);
        }
        if (name.endsWith(".pt")) {
            Path exported = exported(file);
            token.throwIfCancelled();
            return new OnnxModels().open(exported, device, purpose);
        }
        throw new PoseModelException(
                file + " is not a model file that can be opened; choose an .onnx file or a .pt checkpoint.", null);
    }

    private static Path exported(Path checkpoint) {
        if (!Files.isRegularFile(checkpoint)) {
            throw new PoseModelException("The model file " + checkpoint + " does not exist; check the path.", null);
        }
        try {
            Path folder = Files.createTempDirectory("posewright-model");
            folder.toFile().deleteOnExit();
            String stem = String.valueOf(checkpoint.getFileName()).replaceFirst("\\.[^.]*$", "");
            Path target = folder.resolve(stem + ".onnx");
            target.toFile().deleteOnExit();
            Clock clock = Clock.fixed(Files.getLastModifiedTime(checkpoint).toInstant(), ZoneOffset.UTC);
            new CheckpointToOnnx(clock)
                    .export(checkpoint, target, new OnnxExportOptions(DEFAULT_SIDE, DEFAULT_SIDE, true, false));
            return target;
        } catch (CheckpointException refused) {
            throw new PoseModelException(String.valueOf(refused.getMessage()), refused);
        } catch (IOException failure) {
            throw new PoseModelException(
                    checkpoint + " could not be prepared for running: " + failure.getMessage() + ".", failure);
        }
    }
}
