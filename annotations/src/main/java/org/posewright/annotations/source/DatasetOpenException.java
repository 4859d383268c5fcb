package org.posewright.annotations.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A dataset cannot be opened; the message says in one sentence what, where and what to do. */
public final class DatasetOpenException extends IOException {

    private static final long serialVersionUID = 1L;

    DatasetOpenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
