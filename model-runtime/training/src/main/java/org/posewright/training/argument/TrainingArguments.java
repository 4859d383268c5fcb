package org.posewright.training.argument;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A complete, checked set of arguments; immutable. */
public final class TrainingArguments {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

    private final Map<String, @Nullable Object> values;

    private TrainingArguments(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** All defaults. */
    public static TrainingArguments defaults() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ArgumentCatalog.all().forEach(spec -> values.put(spec.name(), spec.defaultValue()));
        return new TrainingArguments(values);
    }

    /**
     * Defaults, those of the preset named among {@code given}, then {@code given}.
     *
     * @param given texts by name, as typed
     * @throws ArgumentException if a name or a value is not possible
     */
    public static TrainingArguments of(Map<String, String> given) {
        TrainingArguments start = defaults();
        String preset = given.get("preset");
        if (preset != null && !preset.equalsIgnoreCase("none")) {
            start = start.with(TrainingPreset.of(preset).arguments());
        }
        return start.with(given);
    }

    /** These arguments with some replaced. */
    public TrainingArguments with(Map<String, String> given) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        given.forEach((name, text) ->
                changed.put(name, ArgumentCatalog.get(name).type().parse(name, text)));
        return new TrainingArguments(changed);
    }

    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** Names and texts of what differs from the defaults. */
    public Map<String, String> nonDefaults() {
        Map<String, String> changed = new LinkedHashMap<>();
        TrainingArguments defaults = defaults();
        values.forEach((name, value) -> {
            if (!Objects.equals(value, defaults.values.get(name))) {
                changed.put(name, String.valueOf(value));
            }
        });
        return changed;
    }

    /** One sentence for each argument that was set and changes nothing. */
    public List<String> withoutEffect() {
        return nonDefaults().keySet().stream()
                .map(ArgumentCatalog::get)
                .filter(ArgumentSpec::isWithoutEffect)
                .map(spec -> spec.name() + "=" + values.get(spec.name()) + " has " + spec.meaning() + ".")
                .toList();
    }

    public boolean isSet(String name) {
        return values.get(name) != null;
    }

    public int integer(String name) {
        return Math.toIntExact(whole(name));
    }

    public long whole(String name) {
        return value(name) instanceof Long value ? value : fail(name);
    }

    public double number(String name) {
        return value(name) instanceof Number value ? value.doubleValue() : fail(name);
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The value as text; empty when there is none. */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /** A list of whole numbers: those given, or 0 … N-1 when one number N is given. */
    public List<Integer> layers(String name) {
        Object value = values.get(name);
        if (value instanceof Long count) {
            return IntStream.range(0, Math.toIntExact(count)).boxed().toList();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> Math.toIntExact((Long) v)).toList();
        }
        return List.of();
    }

    private @Nullable Object value(String name) {
        return values.get(name);
    }

    private static long fail(String name) {
        throw new ArgumentException(name + " needs a value");
    }

    /** The text of {@code args.yaml}. */
    public String toYaml() {
        try {
            return YAML.writeValueAsString(values);
        } catch (IOException e) {
            throw new IllegalStateException("arguments cannot be written as yaml", e);
        }
    }

    /**
     * The arguments in a yaml file such as {@code args.yaml}, as typed; names that are not known here are passed over, as files of other versions have them.
     *
     * @throws IOException if the text is not a yaml map
     */
    public static Map<String, String> texts(String yaml) throws IOException {
        Map<?, ?> read = YAML.readValue(yaml, Map.class);
        Map<String, String> given = new LinkedHashMap<>();
        read.forEach((name, value) -> {
            if (ArgumentCatalog.find(String.valueOf(name)).isPresent()) {
                given.put(String.valueOf(name), value == null ? "none" : String.valueOf(value));
            }
        });
        return given;
    }

    /**
     * Defaults, replaced by {@link #texts} of a yaml file.
     *
     * @throws IOException if the text is not a yaml map
     */
    public static TrainingArguments ofYaml(String yaml) throws IOException {
        return defaults().with(texts(yaml));
    }
}
