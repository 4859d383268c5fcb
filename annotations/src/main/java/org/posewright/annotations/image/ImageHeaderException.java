package org.posewright.annotations.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that should be a picture is not one that can be understood; the message names the file and the reason. */
public final class ImageHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    ImageHeaderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
