package org.posewright.annotations.convert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;

/**
 * Names of pictures in a flat output folder for each split. A name is taken when a picture of the same split has it, or has it with
 * another ending (both would share one label file), or in other case (some disks make no difference); then a number is added.
 */
final class OutputNames {

    private final Map<String, Set<String>> takenStems = new HashMap<>();
    private final Map<ImageKey, String> names = new HashMap<>();

    /** The file name of a picture, the same at each call. */
    String of(ImageRecord image) {
        return names.computeIfAbsent(image.key(), key -> free(image.split(), safe(key.fileName())));
    }

    private String free(String split, String fileName) {
        Set<String> taken = takenStems.computeIfAbsent(split, s -> new HashSet<>());
        String stem = stem(fileName);
        String ending = fileName.substring(stem.length());
        String candidate = stem;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = stem + "-" + i;
        }
        return candidate + ending;
    }

    /** A name that stays within its folder on every system. */
    static String safe(String name) {
        String plain = name.replaceAll("[\\\\/:\\p{Cntrl}]", "_");
        return plain.isEmpty() || plain.chars().allMatch(c -> c == '.') ? "_" + plain.replace('.', '_') : plain;
    }

    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
