package org.posewright.training.checkpoint;

import java.io.Serial;

/** A checkpoint cannot be read, written or used; the message says in one sentence what, where and what to do. */
public class CheckpointException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
