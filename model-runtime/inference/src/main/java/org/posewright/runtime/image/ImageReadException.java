package org.posewright.runtime.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Sentence;

/** A picture file could not be read; the message names it and says what to do. */
public final class ImageReadException extends IOException implements Sentence.Told {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient Sentence sentence;

    public ImageReadException(Path file, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.english(), cause);
        this.file = file;
        this.sentence = sentence;
    }

    public Path file() {
        return file;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
