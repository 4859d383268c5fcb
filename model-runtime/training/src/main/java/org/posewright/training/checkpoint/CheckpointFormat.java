package org.posewright.training.checkpoint;

import java.nio.file.Path;
import java.util.Locale;

/** File formats of models that weights can be taken from. */
public enum CheckpointFormat {
    PT,
    ONNX;

    /** @throws CheckpointException if the file's name ends in neither .pt nor .onnx */
    public static CheckpointFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".pt") || name.endsWith(".pth")) {
            return PT;
        }
        if (name.endsWith(".onnx")) {
            return ONNX;
        }
        throw new CheckpointException(file + " is neither a .pt nor an .onnx file; models come as one of these.");
    }
}
