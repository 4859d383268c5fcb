package org.posewright.annotations.source;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.DatasetDescription.SplitCount;

/** The pictures of a dataset by split. A picture of several splits is in each of them under the same key. */
final class EntryIndex {

    private final Map<String, List<ImageEntry>> bySplit;
    private final List<ImageEntry> all;

    EntryIndex(Map<String, List<ImageEntry>> bySplit) {
        this.bySplit = new LinkedHashMap<>(bySplit);
        Map<ImageKey, ImageEntry> unique = new LinkedHashMap<>();
        bySplit.values().forEach(entries -> entries.forEach(entry -> unique.putIfAbsent(entry.key(), entry)));
        all = List.copyOf(unique.values());
    }

    /** An index of files whose keys are their paths below {@code root}. */
    static EntryIndex ofFiles(Path root, Map<String, List<Path>> filesBySplit) {
        Map<String, List<ImageEntry>> entries = new LinkedHashMap<>();
        filesBySplit.forEach((split, files) -> {
            List<ImageEntry> list = new ArrayList<>(files.size());
            files.forEach(file -> list.add(new ImageEntry(key(root, file), file, split)));
            entries.put(split, List.copyOf(list));
        });
        return new EntryIndex(entries);
    }

    /** Text is cut rather than paths relativised: a training set has a hundred thousand of them. */
    static ImageKey key(Path root, Path file) {
        String folder = root.toString();
        String prefix = folder.endsWith(File.separator) ? folder : folder + File.separator;
        String path = file.toString();
        String key = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return new ImageKey(key.replace(File.separatorChar, '/'));
    }

    /** Each picture once, under the first split that has it. */
    List<ImageEntry> all() {
        return all;
    }

    List<ImageEntry> split(String split) {
        return bySplit.getOrDefault(split, List.of());
    }

    List<SplitCount> counts() {
        return bySplit.entrySet().stream()
                .map(entry -> new SplitCount(entry.getKey(), entry.getValue().size()))
                .toList();
    }
}
