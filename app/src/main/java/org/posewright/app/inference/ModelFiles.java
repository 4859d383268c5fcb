package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.cache.ContentHash;
import org.posewright.runtime.onnx.OnnxModels;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.export.CheckpointToOnnx;

/**
 * Opens model files by their ending. Native libraries are loaded at the first opening, not before. A checkpoint is exported, with free input
 * sizes, to a file that is named by the checkpoint's content: the same checkpoint is exported once, wherever it lies.
 */
public final class ModelFiles implements ModelOpener {

    /** Part of the name of an export; changes whenever the same checkpoint would be exported differently. */
    private static final String EXPORT_VERSION = "1";

    private static final int DEFAULT_SIDE = 640;

    private final @Nullable Path exportFolder;

    /** Exports of checkpoints live as long as the process. */
    public ModelFiles() {
        this.exportFolder = null;
    }

    /**
     * @param exportFolder where exports of checkpoints stay; made when needed
     */
    public ModelFiles(Path exportFolder) {
        this.exportFolder = exportFolder;
    }

    @Override
    public PoseModel open(Path file, DeviceRequest device, RunPurpose purpose, CancellationToken token) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return new OnnxModels().open(file, device, purpose);
        }
        if (name.endsWith(".pt")) {
            Path exported = exported(file, token);
            token.throwIfCancelled();
            return new OnnxModels().open(exported, device, purpose);
        }
        throw new PoseModelException(
                file + " is not a model file that can be opened; choose an .onnx file or a .pt checkpoint.", null);
    }

    private Path exported(Path checkpoint, CancellationToken token) {
        if (!Files.isRegularFile(checkpoint)) {
            throw new PoseModelException("The model file " + checkpoint + " does not exist; check the path.", null);
        }
        try {
            Path target = target(checkpoint);
            token.throwIfCancelled();
            if (!Files.isRegularFile(target)) {
                Clock clock = Clock.fixed(Files.getLastModifiedTime(checkpoint).toInstant(), ZoneOffset.UTC);
                new CheckpointToOnnx(clock)
                        .export(checkpoint, target, new OnnxExportOptions(DEFAULT_SIDE, DEFAULT_SIDE, true, false));
            }
            return target;
        } catch (CheckpointException refused) {
            throw new PoseModelException(String.valueOf(refused.getMessage()), refused);
        } catch (IOException failure) {
            throw new PoseModelException(
                    checkpoint + " could not be prepared for running: " + failure.getMessage() + ".", failure);
        }
    }

    private Path target(Path checkpoint) throws IOException {
        String stem = String.valueOf(checkpoint.getFileName()).replaceFirst("\\.[^.]*$", "");
        if (exportFolder != null) {
            Path folder = exportFolder.resolve(ContentHash.of(checkpoint) + "-" + EXPORT_VERSION);
            Files.createDirectories(folder);
            return folder.resolve(stem + ".onnx");
        }
        Path folder = Files.createTempDirectory("posewright-model");
        folder.toFile().deleteOnExit();
        Path target = folder.resolve(stem + ".onnx");
        target.toFile().deleteOnExit();
        return target;
    }
}
