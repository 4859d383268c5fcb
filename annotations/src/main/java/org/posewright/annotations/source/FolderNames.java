package org.posewright.annotations.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What names of folders and files tell. Pure. */
final class FolderNames {

    /** The split of pictures that lie in no folder of their own. */
    static final String NO_SPLIT = "all";

    private static final List<String> SPLITS = List.of("train", "val", "test");

    private FolderNames() {}

    /** The last name of a path; of a file system's root the path itself. */
    static String of(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    static String stem(Path file) {
        String name = of(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** "train", "val" or "test" when the name speaks of it (as {@code train2017}, {@code valid}), otherwise the name. */
    static String split(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String split : SPLITS) {
            if (lower.startsWith(split)
                    || lower.matches(".*[_-]" + split + "([^a-z].*)?")
                    || split.equals("val") && lower.contains("valid")) {
                return split;
            }
        }
        return name;
    }

    /** The split a name speaks of, or the name itself when the split is taken by another. */
    static String freeSplit(String name, Map<String, ?> taken) {
        String split = split(name);
        return taken.containsKey(split) ? name : split;
    }

    /** Train before val before test before others. */
    static int rank(String split) {
        int index = SPLITS.indexOf(split);
        return index < 0 ? SPLITS.size() : index;
    }
}
