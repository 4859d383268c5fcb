package org.posewright.annotations.image;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The picture formats that pose datasets hold, with the file extensions that Ultralytics 8.3 or 8.4 accepts for them. */
public enum ImageFormat {
    JPEG("jpeg", "jpg", "mpo"),
    PNG("png"),
    BMP("bmp"),
    WEBP("webp"),
    TIFF("tif", "tiff", "dng"),
    HEIF("heic", "heif"),
    AVIF("avif"),
    JPEG_2000("jp2"),
    PFM("pfm");

    private static final Set<String> ALL_EXTENSIONS =
            Stream.of(values()).flatMap(format -> format.extensions.stream()).collect(Collectors.toUnmodifiableSet());

    private final Set<String> extensions;

    ImageFormat(String... extensions) {
        this.extensions = Set.of(extensions);
    }

    /** Whether a file name ends in an extension that trainers take for a picture, in any letter case. */
    public static boolean isPictureName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && ALL_EXTENSIONS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
