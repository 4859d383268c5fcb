package org.posewright.training.export;

import java.nio.file.Path;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointFormat;
import org.posewright.training.checkpoint.onnx.OnnxReader;
import org.posewright.training.checkpoint.pt.PtReader;

/** Reads weights from whatever model file is given. */
public final class ModelFileReader {
    private ModelFileReader() {}

    /** @throws org.posewright.training.checkpoint.CheckpointException if the file cannot be read or is no YOLOv8 or YOLO11 pose model */
    public static Checkpoint read(Path file) {
        return switch (CheckpointFormat.of(file)) {
            case PT -> PtReader.read(file);
            case ONNX -> OnnxReader.read(file);
        };
    }
}
