package org.posewright.app.download;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something to fetch.
 *
 * @param bytes expected size, where it is known
 * @param sha256 expected content, lower-case hex, where it is known
 */
public record RemoteFile(URI address, OptionalLong bytes, Optional<String> sha256) {

    public RemoteFile {
        String scheme = address.getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException(
                    address + " is not a web address; it must begin with https:// or http://");
        }
    }

    public static RemoteFile of(String address) {
        return new RemoteFile(URI.create(address), OptionalLong.empty(), Optional.empty());
    }

    /** The last part of the address's path: the file name that people know it by. */
    public String fileName() {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
