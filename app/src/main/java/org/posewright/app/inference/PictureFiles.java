package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Picture files by their ending, as the field's loaders list them. */
public final class PictureFiles {

    private static final Set<String> ENDINGS = Set.of(
            "bmp", "dng", "jpeg", "jpg", "mpo", "png", "tif", "tiff", "webp", "pfm", "heic", "avif", "heif", "jp2");

    private PictureFiles() {}

    public static boolean hasPictureEnding(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot + 1));
    }

    /** The pictures that lie directly in a folder, sorted by path. */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PictureFiles::hasPictureEnding)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
