package org.posewright.app.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.checkpoint.onnx.OnnxWriter;
import org.posewright.training.export.ModelFileReader;

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
     * @throws DownloadException if the network refuses, and what has arrived is kept; or if the file is no checkpoint, and it is gone
     * @throws IOException if the disk refuses
     * @throws CheckpointException if the ONNX file cannot be written
     */
    public Path fetch(ModelCatalog.Entry entry, ProgressListener progress, CancellationToken token) throws IOException {
        Path checkpoint = folder.resolve(entry.file().fileName());
        Path export = folder.resolve(entry.name() + ".onnx");
        if (!Files.isRegularFile(checkpoint)) {
            downloader.fetch(entry.file(), folder, progress, token);
        }
        if (!Files.isRegularFile(export)) {
            token.throwIfCancelled();
            OnnxExportOptions options = new OnnxExportOptions(SIDE_PIXELS, SIDE_PIXELS, true, false);
            new OnnxWriter(Clock.systemUTC()).write(export, read(entry, checkpoint), options);
        }
        return export;
    }

    /** Reading every tensor of the checkpoint is what checks it: the release names no checksum. */
    private static Checkpoint read(ModelCatalog.Entry entry, Path checkpoint) throws IOException {
        try {
            return ModelFileReader.read(checkpoint);
        } catch (CheckpointException unreadable) {
            Files.delete(checkpoint);
            String reason = String.valueOf(unreadable.getMessage())
                    .replace(checkpoint.toString(), entry.file().fileName());
            throw new DownloadException(
                    Sentence.of(
                            "download.no-checkpoint",
                            "{0} gave no readable checkpoint ({1}); it was thrown away: try again, and see whether a proxy or login page answers instead",
                            entry.file().address(),
                            reason),
                    unreadable);
        }
    }
}
