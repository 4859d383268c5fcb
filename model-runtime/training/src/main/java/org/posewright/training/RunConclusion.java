package org.posewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.checkpoint.onnx.OnnxWriter;
import org.posewright.training.checkpoint.pt.PtReader;
import org.posewright.training.network.PoseNetwork;

/** What happens after the loop: the best weights are validated once more, exported and drawn. */
final class RunConclusion {

    private final RunParts parts;
    private final TrainingData data;
    private final TrainingListener listener;

    RunConclusion(RunParts parts, TrainingData data, TrainingListener listener) {
        this.parts = parts;
        this.data = data;
        this.listener = listener;
    }

    TrainingReport conclude(TrainingRun.End end) throws IOException {
        boolean isOver = end.outcome() == TrainingReport.Outcome.COMPLETED
                || end.outcome() == TrainingReport.Outcome.EARLY_STOPPED;
        if (isOver) {
            parts.weights().stripLast();
            parts.folder().deletePictureCache();
        }
        ValidationResult best = null;
        Path onnx = null;
        Path bestFile = parts.folder().best();
        if (end.outcome() != TrainingReport.Outcome.CANCELLED && Files.exists(bestFile)) {
            Checkpoint checkpoint = PtReader.read(bestFile);
            best = validate(checkpoint);
            parts.pictures().validated(parts.validator().batches(), best.predictions());
            parts.pictures().curves(parts.validator().curves(best));
            parts.pictures().confusion(parts.validator().confusion(best));
            onnx = export(checkpoint);
        }
        if (end.outcome() != TrainingReport.Outcome.CANCELLED) {
            parts.pictures().results();
        }
        return report(end, best, onnx);
    }

    private @Nullable Path export(Checkpoint checkpoint) {
        if (!parts.plan().arguments().isTrue("export")) {
            return null;
        }
        Path file = parts.folder().bestOnnx();
        try {
            OnnxExportOptions options = OnnxExportOptions.square(parts.plan().imageSize());
            new OnnxWriter(Clock.systemDefaultZone()).write(file, checkpoint, options);
            return file;
        } catch (CheckpointException e) {
            throw new TrainingException(
                    "training is done, but " + file + " cannot be written: " + e.getMessage()
                            + " Export it later with posewright export model="
                            + parts.folder().best(),
                    e);
        }
    }

    private ValidationResult validate(Checkpoint checkpoint) {
        try (PoseNetwork network = PoseNetwork.create(checkpoint.spec(), 0)) {
            network.load(checkpoint.weights());
            return parts.validator()
                    .validate(
                            network,
                            (done, total, message) -> listener.validating((int) done, (int) total),
                            CancellationToken.NONE);
        }
    }

    private TrainingReport report(TrainingRun.End end, @Nullable ValidationResult best, @Nullable Path onnx) {
        RunProgress progress = end.progress();
        return new TrainingReport(
                parts.folder().path(),
                end.outcome(),
                progress.nextEpoch(),
                progress.bestEpoch() + 1,
                progress.bestFitness(),
                best,
                onnx,
                parts.unreadable().count(),
                end.sentence());
    }
}
