package org.posewright.annotations.yolo;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths as people write them in yaml and list files, on whatever system they wrote them. Pure. */
final class PortablePaths {

    private PortablePaths() {}

    /** The text as a path of this system, backslashes taken for separators; empty when no file can have such a name. */
    static Optional<Path> parse(String text) {
        try {
            return Optional.of(Path.of(File.separatorChar == '/' ? text.replace('\\', '/') : text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
