package org.posewright.runtime.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A picture file could not be read; the message names it and says what to do. */
public final class ImageReadException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    public ImageReadException(Path file, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
