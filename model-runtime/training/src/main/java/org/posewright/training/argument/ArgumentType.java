package org.posewright.training.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of value an argument takes. Values are {@link Long}, {@link Double}, {@link Boolean}, {@link String} or a list of longs. */
public enum ArgumentType {
    /** A whole number. */
    INT("a whole number"),
    /** Any number. */
    NUMBER("a number"),
    /** A number between 0 and 1. */
    FRACTION("a number between 0 and 1"),
    /** True or false. */
    BOOL("true or false"),
    /** Any text. */
    TEXT("a text"),
    /** A whole number or a list of them. */
    INT_OR_LIST("a whole number or a list such as [0,1,2]"),
    /** True, false, {@code ram} or {@code disk}. */
    CACHE("true, false, ram or disk");

    private final String expectation;

    ArgumentType(String expectation) {
        this.expectation = expectation;
    }

    /**
     * Reads a value; {@code none} in any case is null.
     *
     * @throws ArgumentException if the text is no such value
     */
    @Nullable
    Object parse(String name, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new ArgumentException(name + " has no value; write " + name + "=VALUE with " + expectation);
        }
        if (trimmed.equalsIgnoreCase("none") || trimmed.equals("null")) {
            return null;
        }
        Object value =
                switch (this) {
                    case INT -> whole(trimmed);
                    case NUMBER, FRACTION -> number(trimmed);
                    case BOOL -> truth(trimmed);
                    case TEXT -> unquoted(trimmed);
                    case INT_OR_LIST -> wholeOrList(trimmed);
                    case CACHE -> cache(trimmed);
                };
        boolean isOutOfRange = this == FRACTION && value instanceof Double d && !(d >= 0 && d <= 1);
        if (value == null || isOutOfRange) {
            throw new ArgumentException(name + "=" + text + " is not possible: it takes " + expectation);
        }
        return value;
    }

    private static @Nullable Object whole(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object number(String text) {
        try {
            Double value = Double.valueOf(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Object unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    private static @Nullable Object wholeOrList(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return whole(text);
        }
        List<Long> values = new ArrayList<>();
        for (String part : text.substring(1, text.length() - 1).split(",")) {
            if (!part.isBlank()) {
                if (!(whole(part.strip()) instanceof Long value)) {
                    return null;
                }
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static @Nullable Object cache(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "ram", "disk" -> lower;
            default -> truth(text);
        };
    }
}
