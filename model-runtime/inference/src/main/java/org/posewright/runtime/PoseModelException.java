package org.posewright.runtime;

import org.jspecify.annotations.Nullable;

/** A model could not be opened or run for a reason outside the program; the message is one sentence that names the file. */
public class PoseModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoseModelException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
