package org.posewright.annotations.convert;

import java.io.IOException;

/** An export cannot be made; the message is one sentence for a person. */
public final class ExportException extends IOException {

    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }
}
