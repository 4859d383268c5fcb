package org.posewright.app.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Sentence;

/** A download could not be finished; the message says which address, why, and what to do. What has arrived is kept. */
public final class DownloadException extends IOException implements Sentence.Told {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    DownloadException(Sentence sentence) {
        this(sentence, null);
    }

    DownloadException(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.english(), cause);
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
