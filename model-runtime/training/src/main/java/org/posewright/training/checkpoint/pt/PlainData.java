package org.posewright.training.checkpoint.pt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.pickle.GlobalName;
import org.posewright.training.checkpoint.pickle.InertObject;

/**
 * What a pickle holds as plain nested values: maps, lists, texts, numbers, truth values, tensors. Objects that are only a bag of attributes
 * become maps, other objects the name of their class.
 */
final class PlainData {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VALUES = 4_000_000;

    private int values;

    private PlainData() {}

    static @Nullable Object of(@Nullable Object value) {
        return new PlainData().plain(value, 0);
    }

    /** The value as a map with text keys; empty if it is none. */
    static Map<String, @Nullable Object> mapOf(@Nullable Object value) {
        Object plain = of(value);
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> named.put(String.valueOf(key), entry));
        }
        return named;
    }

    private @Nullable Object plain(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw new CheckpointException("The settings in the checkpoint are nested without end or too many.");
        }
        if (value instanceof Map<?, ?> map) {
            return plainMap(map, depth);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                copy.add(plain(element, depth + 1));
            }
            return copy;
        }
        if (value instanceof InertObject object) {
            boolean bag = object.type().simpleName().endsWith("Namespace");
            return bag ? plainMap(object.attributes(), depth) : object.type().toString();
        }
        boolean kept = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof TensorData;
        return kept
                ? value
                : value instanceof GlobalName name
                        ? name.toString()
                        : value.getClass().getSimpleName();
    }

    private Map<@Nullable Object, @Nullable Object> plainMap(Map<?, ?> map, int depth) {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            boolean plainKey = key instanceof String || key instanceof Number || key instanceof Boolean;
            copy.put(plainKey ? key : "?", plain(entry, depth + 1));
        });
        return copy;
    }
}
