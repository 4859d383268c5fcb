package org.posewright.app.download;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which version of the server's file a part file holds, kept beside it in {@code NAME.part.version}: with it the server sends the rest
 * only if its file has not changed, and all of it otherwise.
 *
 * @param file where the version is kept
 */
record PartVersion(Path file) {

    static PartVersion of(Path part) {
        return new PartVersion(part.resolveSibling(part.getFileName() + ".version"));
    }

    /** Value for {@code If-Range}; empty if the server named no version. */
    Optional<String> stored() throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Remembers a strong {@code ETag}, or else {@code Last-Modified}; weak tags promise no equal bytes. */
    void store(HttpHeaders headers) throws IOException {
        Optional<String> version = headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"));
        if (version.isPresent()) {
            Files.writeString(file, version.get());
        } else {
            forget();
        }
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
