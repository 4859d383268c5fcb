package org.posewright.annotations.yolo;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A data yaml cannot be used; the message names the file, the line and what to do. */
public final class DatasetYamlException extends IOException {

    private static final long serialVersionUID = 1L;

    DatasetYamlException(Path file, int line, String problemAndRemedy, @Nullable Throwable cause) {
        super(file + ", line " + line + ": " + problemAndRemedy, cause);
    }
}
