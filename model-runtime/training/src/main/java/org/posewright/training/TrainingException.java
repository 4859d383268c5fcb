package org.posewright.training;

import org.jspecify.annotations.Nullable;

/** Training cannot begin or go on; the message is one sentence for a person: what, where, what to do. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingException(String sentence) {
        this(sentence, null);
    }

    public TrainingException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
