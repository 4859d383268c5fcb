package org.posewright.annotations.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Sentence;

/** A file that should be a picture is not one that can be understood; the message names the file, the reason and the remedy. */
public final class ImageHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence problem;
    private final transient Sentence remedy;

    /**
     * @param problem a clause about "the picture" that does not name the file
     */
    ImageHeaderException(Path file, Sentence problem, Sentence remedy, @Nullable Throwable cause) {
        super(file + ": " + problem + "; " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, without the file's name. */
    public Sentence problem() {
        return problem;
    }

    public Sentence remedy() {
        return remedy;
    }
}
