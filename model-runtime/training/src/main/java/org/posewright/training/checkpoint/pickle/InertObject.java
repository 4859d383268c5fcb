package org.posewright.training.checkpoint.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a class that means nothing here: its name, what it would have been made from, and its attributes. Does nothing. */
public final class InertObject {
    private final GlobalName type;
    private final List<@Nullable Object> arguments;
    private final List<@Nullable Object> elements = new ArrayList<>();
    private final Map<@Nullable Object, @Nullable Object> items = new LinkedHashMap<>();
    private @Nullable Object state;

    InertObject(GlobalName type, List<@Nullable Object> arguments) {
        this.type = type;
        this.arguments = arguments;
    }

    public GlobalName type() {
        return type;
    }

    /** Arguments of the call that would have made the object. */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /** What was appended, if the class is some kind of list. */
    public List<@Nullable Object> elements() {
        return elements;
    }

    /** What was put in, if the class is some kind of dictionary. */
    public Map<@Nullable Object, @Nullable Object> items() {
        return items;
    }

    /** The state as the file gives it, usually a map of attributes. */
    public @Nullable Object state() {
        return state;
    }

    /** Attributes by name; empty if the state is no map. A pair of (map, slots) counts with its map. */
    public Map<?, ?> attributes() {
        if (state instanceof Map<?, ?> map) {
            return map;
        }
        if (state instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof Map<?, ?> map) {
            return map;
        }
        return Map.of();
    }

    void setState(@Nullable Object state) {
        this.state = state;
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
