package org.posewright.annotations.storage;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not what was read: another program changed or removed it. Nothing was written. */
public final class FileChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    public FileChangedException(Path file) {
        super(file
                + " was changed by another program since it was read; nothing was written. Open it again and redo the edits, "
                + "or save under another name");
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
