package org.posewright.annotations.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What a file looked like when it was read.
 *
 * @param modified time of the last change that the disk reports
 * @param contentHash {@link ContentHash} of all bytes
 */
public record FileFingerprint(long sizeBytes, FileTime modified, long contentHash) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Reads the whole file. */
    public static FileFingerprint of(Path file) throws IOException {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileFingerprint(before.size(), before.lastModifiedTime(), hash(file));
    }

    /** The fingerprint of bytes that were just read from {@code file}, whose attributes were taken before. */
    public static FileFingerprint of(BasicFileAttributes attributesBeforeReading, byte[] content) {
        return new FileFingerprint(content.length, attributesBeforeReading.lastModifiedTime(), ContentHash.of(content));
    }

    /** The fingerprint of bytes that are to be written, or were; without a time, so that {@link #seemsUnchanged} denies it. */
    public static FileFingerprint ofContent(byte[] content) {
        return new FileFingerprint(content.length, FileTime.fromMillis(0), ContentHash.of(content));
    }

    /**
     * Whether size and time are unchanged. Cheap, for showing; it misses a change of equal size within the clock's resolution, so a
     * writer asks {@link #matches}.
     */
    public boolean seemsUnchanged(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() == sizeBytes && now.lastModifiedTime().equals(modified);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether the file holds the same bytes; a touched file with equal content matches, a missing one does not. */
    public boolean matches(Path file) throws IOException {
        try {
            return Files.size(file) == sizeBytes && hash(file) == contentHash;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether these are the bytes that were fingerprinted. */
    public boolean matches(byte[] content) {
        return content.length == sizeBytes && ContentHash.of(content) == contentHash;
    }

    private static long hash(Path file) throws IOException {
        ContentHash hash = new ContentHash();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hash.update(buffer, 0, n);
            }
        }
        return hash.value();
    }
}
