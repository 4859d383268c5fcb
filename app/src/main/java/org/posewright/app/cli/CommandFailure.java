package org.posewright.app.cli;

import org.jspecify.annotations.Nullable;

/** A command could not do its work for a reason that the person can mend; the message is one sentence that says how. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailure(String sentence) {
        this(sentence, null);
    }

    public CommandFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
