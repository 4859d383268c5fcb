package org.posewright.app.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A download could not be finished; the message says which address, why, and what to do. What has arrived is kept. */
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1L;

    public DownloadException(String sentence) {
        this(sentence, null);
    }

    public DownloadException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
