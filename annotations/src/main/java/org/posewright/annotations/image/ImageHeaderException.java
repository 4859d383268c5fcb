package org.posewright.annotations.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that should be a picture is not one that can be understood; the message names the file, the reason and the remedy. */
public final class ImageHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param problem a clause about "the picture" that does not name the file
     */
    ImageHeaderException(Path file, String problem, String remedy, @Nullable Throwable cause) {
        super(file + ": " + problem + "; " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, without the file's name. */
    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
