package org.posewright.app.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.export.CheckpointToOnnx;

/** Brings an official checkpoint and makes the ONNX file that the window runs. What is there already is not fetched again. */
public final class ModelFetch {

    private static final int SIDE_PIXELS = 640;

    private final Downloader downloader;
    private final Path folder;

    /**
     * @param folder where checkpoints and exports stay
     */
    public ModelFetch(Downloader downloader, Path folder) {
        this.downloader = downloader;
        this.folder = folder;
    }

    /**
     * @return the ONNX file, beside the checkpoint it was made from
     * @throws DownloadException if the network refuses; what has arrived is kept
     * @throws IOException if the disk refuses
     * @throws org.posewright.training.checkpoint.CheckpointException if the file is no checkpoint
     */
    public Path fetch(ModelCatalog.Entry entry, ProgressListener progress, CancellationToken token) throws IOException {
        Path checkpoint = folder.resolve(entry.file().fileName());
        Path export = folder.resolve(entry.name() + ".onnx");
        if (!Files.isRegularFile(checkpoint)) {
            downloader.fetch(entry.file(), folder, progress, token);
        }
        if (!Files.isRegularFile(export)) {
            token.throwIfCancelled();
            new CheckpointToOnnx(Clock.systemUTC())
                    .export(checkpoint, export, new OnnxExportOptions(SIDE_PIXELS, SIDE_PIXELS, true, false));
        }
        return export;
    }
}
