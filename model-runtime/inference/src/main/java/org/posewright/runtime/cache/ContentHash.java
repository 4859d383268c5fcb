package org.posewright.runtime.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a file holds, shortened to 128 bits of hexadecimal: the name of a content, wherever it lies. */
public final class ContentHash {

    private static final int BYTES_KEPT = 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private ContentHash() {}

    public static String of(byte[] content) {
        return text(digest().digest(content));
    }

    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return text(digest.digest());
    }

    private static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, BYTES_KEPT);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
