package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads values that may be of the wrong kind: a wrong one is stepped over and told by a mark, never by an exception. */
final class JsonValues {

    /** Stands for an integer that is none. */
    static final long NO_INTEGER = RawAnnotation.NO_ID;

    private JsonValues() {}

    static byte[][] keys(String... names) {
        return Stream.of(names)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    static boolean isNumber(int firstByte) {
        return firstByte >= '0' && firstByte <= '9' || firstByte == '-' || firstByte == 'N' || firstByte == 'I';
    }

    /** A number; NaN for anything else. */
    static double number(JsonScanner in) throws IOException {
        if (isNumber(in.peek())) {
            return in.number();
        }
        in.skipValue();
        return Double.NaN;
    }

    /** A whole number, also when written as 12.0; {@link #NO_INTEGER} for anything else. */
    static long integer(JsonScanner in) throws IOException {
        if (!isNumber(in.peek())) {
            in.skipValue();
            return NO_INTEGER;
        }
        double value = in.number();
        if (in.lastNumber().isInteger()) {
            return in.lastNumber().integer();
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (long) value : NO_INTEGER;
    }

    /** A whole number in a string, as some writers give ids; {@link #NO_INTEGER} for other texts. */
    static long integer(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return NO_INTEGER;
        }
    }

    /** Whether 1 or true. */
    static boolean flag(JsonScanner in) throws IOException {
        if (in.literal("true")) {
            return true;
        }
        double value = number(in);
        return !Double.isNaN(value) && value != 0;
    }

    /** A text; empty for a value of another kind, which is skipped. */
    static String text(JsonScanner in) throws IOException {
        if (in.peek() == '"') {
            return in.string();
        }
        in.skipValue();
        return "";
    }
}
