package org.posewright.annotations.yolo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.yolo.YamlNode.Mapping;
import org.posewright.annotations.yolo.YamlNode.Scalar;
import org.posewright.annotations.yolo.YamlNode.Sequence;

/** Typed access to the keys of a data yaml; what has the wrong type is a finding with its line, and counts as absent. */
final class YamlFields {

    private static final String CODE = "yaml.value";

    private final Path file;
    private final Mapping root;
    private final List<Finding> findings = new ArrayList<>();

    YamlFields(Path file, Mapping root) {
        this.file = file;
        this.root = root;
    }

    List<Finding> findings() {
        return findings;
    }

    Path file() {
        return file;
    }

    Map<String, YamlNode> entries() {
        return root.entries();
    }

    /** The value of a key; empty when it is absent or null. */
    Optional<YamlNode> node(String key) {
        YamlNode node = root.entries().get(key);
        return node instanceof Scalar scalar && scalar.isNull() ? Optional.empty() : Optional.ofNullable(node);
    }

    int line(String key) {
        YamlNode node = root.entries().get(key);
        return node == null ? root.line() : node.line();
    }

    Optional<String> text(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Scalar scalar) {
                return Optional.of(scalar.text());
            }
            wrong(
                    key,
                    node.line(),
                    Sentence.of("yaml.is", "is {0}", node.kind()),
                    Sentence.of("yaml.remedy.one", "write a single value"));
            return Optional.empty();
        });
    }

    OptionalInt integer(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer value = parseInteger(text.get());
        if (value == null) {
            wrong(
                    key,
                    line(key),
                    Sentence.of("yaml.is-text", "is '{0}'", text.get()),
                    Sentence.of("yaml.remedy.integer", "write a whole number"));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    /** One text or a list of texts. */
    List<String> textOrTexts(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        return node.get() instanceof Scalar scalar ? List.of(scalar.text()) : texts(key, node.get());
    }

    /** A list of texts; items that are no texts are left out with a finding. */
    List<String> texts(String key, YamlNode node) {
        if (!(node instanceof Sequence sequence)) {
            wrong(
                    key,
                    node.line(),
                    Sentence.of("yaml.is", "is {0}", node.kind()),
                    Sentence.of("yaml.remedy.list", "write a list"));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else {
                wrong(
                        key,
                        item.line(),
                        Sentence.of("yaml.holds", "holds {0}", item.kind()),
                        Sentence.of("yaml.remedy.singles", "write single values in the list"));
            }
        }
        return texts;
    }

    /** A list of whole numbers; empty with a finding when one is not. */
    List<Integer> integers(String key) {
        List<Integer> values = new ArrayList<>();
        for (String text : textOrTexts(key)) {
            Integer value = parseInteger(text);
            if (value == null) {
                wrong(
                        key,
                        line(key),
                        Sentence.of("yaml.holds-text", "holds '{0}'", text),
                        Sentence.of("yaml.remedy.integers", "write whole numbers"));
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    /** A list of numbers; empty with a finding when one is not. */
    List<Double> numbers(String key) {
        List<Double> values = new ArrayList<>();
        for (String text : textOrTexts(key)) {
            OptionalDouble value = parseNumber(text);
            if (value.isEmpty()) {
                wrong(
                        key,
                        line(key),
                        Sentence.of("yaml.holds-text", "holds '{0}'", text),
                        Sentence.of("yaml.remedy.numbers", "write numbers"));
                return List.of();
            }
            values.add(value.getAsDouble());
        }
        return values;
    }

    void wrong(String key, int line, Sentence problem, Sentence remedy) {
        add(Severity.ERROR, CODE, line, Sentence.of("yaml.key", "'{0}' {1}", key, problem), remedy);
    }

    void add(Severity severity, String code, int line, Sentence message, Sentence remedy) {
        findings.add(Finding.ofFile(severity, code, file, message, remedy).atLine(line));
    }

    static @Nullable Integer parseInteger(String text) {
        try {
            return Integer.valueOf(text.strip().replace("_", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static OptionalDouble parseNumber(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Texts, lists and maps without lines. */
    static Object plain(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(YamlFields::plain).toList();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((Mapping) node).entries().forEach((key, value) -> map.put(key, plain(value)));
        return map;
    }
}
