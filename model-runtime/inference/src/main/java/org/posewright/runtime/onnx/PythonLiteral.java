package org.posewright.runtime.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Python's {@code str()} makes of plain data: dict, list, tuple, set of the like, str, int, float, bool and None.
 * Exporters write model metadata in it. Text from a stranger: depth is limited and nothing is ever evaluated.
 *
 * <p>Java types: {@link Map}, {@link List}, {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@code null}.
 */
public final class PythonLiteral {

    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** The value, or empty when the text is not a literal (or is {@code None}). */
    public static Optional<Object> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            PythonLiteral reader = new PythonLiteral(text);
            Object value = reader.value(0);
            reader.skipBlanks();
            return reader.at == text.length() ? Optional.ofNullable(value) : Optional.empty();
        } catch (NotALiteral broken) {
            return Optional.empty();
        }
    }

    /** The value as a list of whole numbers; empty when it is anything else. */
    public static Optional<List<Integer>> integers(@Nullable String text) {
        return parse(text)
                .filter(List.class::isInstance)
                .map(value -> (List<?>) value)
                .filter(list -> list.stream().allMatch(item -> item instanceof Long n && n == n.intValue()))
                .map(list -> list.stream().map(item -> ((Long) item).intValue()).toList());
    }

    /** The value as a dict; empty when it is anything else. */
    public static Optional<Map<?, ?>> dict(@Nullable String text) {
        return parse(text).filter(Map.class::isInstance).map(value -> (Map<?, ?>) value);
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw new NotALiteral();
        }
        skipBlanks();
        char first = peek();
        return switch (first) {
            case '{' -> braces(depth);
            case '[' -> sequence(']', depth);
            case '(' -> sequence(')', depth);
            case '\'', '"' -> string();
            default -> Character.isLetter(first) ? word() : number();
        };
    }

    /** A dict, or a set, which becomes a list. */
    private Object braces(int depth) {
        at++;
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        List<@Nullable Object> members = new ArrayList<>();
        while (!closes('}')) {
            Object key = value(depth + 1);
            skipBlanks();
            if (peek() == ':') {
                at++;
                entries.put(String.valueOf(key), value(depth + 1));
            } else {
                members.add(key);
            }
            separator('}');
        }
        if (!members.isEmpty() && !entries.isEmpty()) {
            throw new NotALiteral();
        }
        return members.isEmpty() ? entries : members;
    }

    private List<@Nullable Object> sequence(char end, int depth) {
        at++;
        List<@Nullable Object> items = new ArrayList<>();
        while (!closes(end)) {
            items.add(value(depth + 1));
            separator(end);
        }
        return items;
    }

    private boolean closes(char end) {
        skipBlanks();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    private void separator(char end) {
        skipBlanks();
        if (peek() == ',') {
            at++;
        } else if (peek() != end) {
            throw new NotALiteral();
        }
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder out = new StringBuilder();
        while (peek() != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        at++;
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char code = peek();
        at++;
        switch (code) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'x' -> out.appendCodePoint(hex(2));
            case 'u' -> out.appendCodePoint(hex(4));
            case 'U' -> out.appendCodePoint(hex(8));
            case '\\', '\'', '"' -> out.append(code);
            default -> out.append('\\').append(code);
        }
    }

    private int hex(int digits) {
        if (at + digits > text.length()) {
            throw new NotALiteral();
        }
        try {
            int code = Integer.parseInt(text, at, at + digits, 16);
            if (!Character.isValidCodePoint(code)) {
                throw new NotALiteral();
            }
            at += digits;
            return code;
        } catch (NumberFormatException notHex) {
            throw new NotALiteral();
        }
    }

    private @Nullable Object word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return switch (text.substring(start, at)) {
            case "True", "true" -> Boolean.TRUE;
            case "False", "false" -> Boolean.FALSE;
            case "None", "null" -> null;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw new NotALiteral();
        };
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE_".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException notWhole) {
            try {
                return Double.valueOf(digits);
            } catch (NumberFormatException noNumber) {
                throw new NotALiteral();
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new NotALiteral();
        }
        return text.charAt(at);
    }

    /** Ends parsing from any depth; never leaves this class, so it needs neither text nor stack. */
    private static final class NotALiteral extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotALiteral() {
            super(null, null, false, false);
        }
    }
}
