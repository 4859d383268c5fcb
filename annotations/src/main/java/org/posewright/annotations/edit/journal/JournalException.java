package org.posewright.annotations.edit.journal;

import java.io.IOException;

/** The journal cannot be opened, read or written. The message is one sentence for the person at the screen. */
public class JournalException extends IOException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
