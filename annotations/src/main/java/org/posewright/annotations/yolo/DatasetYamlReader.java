package org.posewright.annotations.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.yolo.YamlNode.Mapping;
import org.posewright.annotations.yolo.YamlNode.Scalar;

/** Reads data yaml files. */
final class DatasetYamlReader {

    private static final List<String> SPLITS = List.of("train", "val", "test", "minival");
    private static final Set<String> USED = Set.of(
            "path",
            "train",
            "val",
            "validation",
            "test",
            "minival",
            "nc",
            "names",
            "kpt_shape",
            "flip_idx",
            "kpt_names",
            "kpt_oks_sigmas",
            "channels",
            "download",
            "skeleton");
    private static final int MOST_CLASSES = 1_000_000;
    private static final long LARGEST_FILE = 64L << 20;

    DatasetYaml read(Path file) throws IOException {
        YamlFields fields = new YamlFields(file, YamlDocument.parse(file, content(file)));
        Map<String, List<String>> splits = splits(fields);
        if (splits.isEmpty()) {
            throw new DatasetYamlException(
                    file, 1, "no split is named; add lines such as 'train: images/train' and 'val: images/val'", null);
        }
        for (String needed : List.of("train", "val")) {
            if (!splits.containsKey(needed)) {
                fields.add(
                        Severity.WARNING,
                        "yaml.split",
                        1,
                        Sentence.of("yaml.split", "'{0}' is not given; the trainer refuses such a dataset", needed),
                        Sentence.of("yaml.split.remedy", "add a line '{0}: images/{1}'", needed, needed));
            }
        }
        List<String> names = categoryNames(fields);
        PoseKeys pose = new PoseKeysReader(fields).read();
        DatasetYaml.Extras extras = new DatasetYaml.Extras(
                fields.integer("channels"), fields.text("download").map(String::strip), other(fields));
        return new DatasetYaml(
                file,
                new DatasetYaml.Location(fields.text("path").filter(text -> !text.isBlank()), splits),
                names,
                pose,
                extras,
                fields.findings());
    }

    private static String content(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new DatasetYamlException(
                        file, 1, "the file is too large for a data yaml; choose another file", null);
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new DatasetYamlException(file, 1, "the file does not exist; check the path", e);
        } catch (AccessDeniedException e) {
            throw new DatasetYamlException(file, 1, "there is no right to read the file; change its permissions", e);
        }
    }

    private static Map<String, List<String>> splits(YamlFields fields) {
        Map<String, List<String>> splits = new LinkedHashMap<>();
        for (String split : SPLITS) {
            boolean renamed = split.equals("val") && fields.node("val").isEmpty();
            List<String> places = fields.textOrTexts(renamed ? "validation" : split);
            List<String> named =
                    places.stream().filter(place -> !place.isBlank()).toList();
            if (!named.isEmpty()) {
                splits.put(split, named);
            }
        }
        return splits;
    }

    private static Map<String, Object> other(YamlFields fields) {
        Map<String, Object> other = new LinkedHashMap<>();
        fields.entries().forEach((key, node) -> {
            if (!USED.contains(key)) {
                other.put(key, YamlFields.plain(node));
            }
        });
        return other;
    }

    private static List<String> categoryNames(YamlFields fields) {
        List<String> names = fields.node("names")
                .map(node -> node instanceof Mapping map ? namesOfMap(fields, map) : fields.textOrTexts("names"))
                .orElse(List.of());
        OptionalInt count = fields.integer("nc");
        if (names.isEmpty()) {
            if (count.isEmpty()) {
                fields.add(
                        Severity.WARNING,
                        "yaml.names",
                        1,
                        Sentence.of("yaml.names", "neither 'names' nor 'nc' is given; one class is assumed"),
                        Sentence.of("yaml.names.remedy", "add lines 'names:' and '  0: person'"));
            }
            return numbered(Math.max(1, Math.min(count.orElse(1), MOST_CLASSES)));
        }
        if (count.isPresent() && count.getAsInt() != names.size()) {
            fields.wrong(
                    "nc",
                    fields.line("nc"),
                    Sentence.of("yaml.nc", "is {0} but there are {1} names", count.getAsInt(), names.size()),
                    Sentence.of("yaml.nc.remedy", "delete 'nc'"));
        }
        return names;
    }

    private static List<String> namesOfMap(YamlFields fields, Mapping map) {
        Map<Integer, String> byIndex = new TreeMap<>();
        map.entries().forEach((key, node) -> {
            Integer index = YamlFields.parseInteger(key);
            if (index == null || index < 0 || index >= map.entries().size() || !(node instanceof Scalar scalar)) {
                fields.wrong(
                        "names",
                        node.line(),
                        Sentence.of(
                                "yaml.names.key",
                                "has the entry '{0}', which is not a number from 0 to {1} with a name",
                                key,
                                map.entries().size() - 1),
                        Sentence.of("yaml.names.key.remedy", "number the classes from 0 without gaps"));
            } else {
                byIndex.put(index, scalar.text());
            }
        });
        List<String> names = new ArrayList<>(numbered(map.entries().size()));
        byIndex.forEach(names::set);
        return names;
    }

    private static List<String> numbered(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "class_" + i)
                .toList();
    }
}
