package org.posewright.training.export;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointFormat;
import org.posewright.training.checkpoint.onnx.OnnxReader;
import org.posewright.training.checkpoint.pt.PtReader;

/** Reads weights from whatever model file is given. */
public final class ModelFileReader {
    private ModelFileReader() {}

    /**
     * The side in pixels of the pictures that a model was trained or exported for; empty if the file does not say.
     *
     * @throws org.posewright.training.checkpoint.CheckpointException if the file cannot be read or is no model of a known kind
     */
    public static OptionalInt imageSize(Path file) {
        return read(file).info().imageSize();
    }

    /** @throws org.posewright.training.checkpoint.CheckpointException if the file cannot be read or is no YOLOv8 or YOLO11 pose model */
    public static Checkpoint read(Path file) {
        return switch (CheckpointFormat.of(file)) {
            case PT -> PtReader.read(file);
            case ONNX -> OnnxReader.read(file);
        };
    }
}
