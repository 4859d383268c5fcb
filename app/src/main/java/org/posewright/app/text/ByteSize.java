package org.posewright.app.text;

import java.util.Locale;

/** Sizes of files in words. */
public final class ByteSize {

    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double MEGABYTES_PER_GIGABYTE = 1e3;

    private ByteSize() {}

    /** Megabytes or gigabytes, as servers count them. */
    public static String of(long bytes) {
        double megabytes = bytes / BYTES_PER_MEGABYTE;
        return megabytes >= MEGABYTES_PER_GIGABYTE
                ? String.format(Locale.ROOT, "%.1f GB", megabytes / MEGABYTES_PER_GIGABYTE)
                : String.format(Locale.ROOT, megabytes < 10 ? "%.1f MB" : "%.0f MB", megabytes);
    }
}
