package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.posewright.annotations.model.Sentence;

/**
 * Walks through JSON text and knows the byte position of everything. Holds one window of the source, not the document. Values that
 * nobody asks for are skipped by their brackets without being looked at. Accepts {@code NaN} and {@code Infinity}, which Python
 * writes. Not thread-safe.
 */
final class JsonScanner extends ByteWindow {

    private static final int NUMBER_BYTES = 64;
    private static final int LIST_BYTES = 2048;

    /** Nonzero for the bytes at which skipping has to think. */
    private static final byte[] STOPS = new byte[256];

    private static final byte[] STRING_STOPS = new byte[256];

    static {
        for (char c : "\"{}[]\0".toCharArray()) {
            STOPS[c] = 1;
        }
        for (char c : "\"\\\0".toCharArray()) {
            STRING_STOPS[c] = 1;
        }
    }

    private final JsonNumber number = new JsonNumber();
    private final PlainNumberList plainList = new PlainNumberList();
    private long tokenStart;
    private long tokenEnd;

    JsonScanner(ByteSource source, long start) {
        super(source, start);
    }

    /** Byte range of the last number or string (quotes included). */
    long tokenStart() {
        return tokenStart;
    }

    long tokenEnd() {
        return tokenEnd;
    }

    /** The next byte that is no blank, not consumed; -1 at the end. */
    int peek() throws IOException {
        while (true) {
            byte[] bytes = window;
            int p = next;
            byte b = bytes[p];
            while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                b = bytes[++p];
            }
            next = p;
            if (p < limit) {
                return b & 0xff;
            }
            if (!fill()) {
                return -1;
            }
        }
    }

    /** Consumes {@code expected}, after blanks. */
    void expect(char expected) throws IOException {
        if (peek() != expected) {
            throw unexpected(Sentence.of("json.character", "'{0}'", expected));
        }
        next++;
    }

    /** Enters an object or array; whether it has a member. */
    boolean enter(char open, char close) throws IOException {
        expect(open);
        if (peek() != close) {
            return true;
        }
        next++;
        return false;
    }

    /** After a member: consumes the comma (true: another one follows) or the closing bracket (false). */
    boolean more(char close) throws IOException {
        int b = peek();
        if (b != ',' && b != close) {
            throw unexpected(Sentence.of("json.comma-or", "',' or '{0}'", close));
        }
        next++;
        return b == ',';
    }

    /** Reads a member's name and colon. Returns the index of the name in {@code names}, or -1. */
    int key(byte[][] names) throws IOException {
        int start = spanString();
        int length = next - 1 - start;
        int found = -1;
        for (int i = 0; i < names.length && found < 0; i++) {
            if (names[i].length == length && sameBytes(names[i], start)) {
                found = i;
            }
        }
        expect(':');
        return found;
    }

    /** Reads a string with its escapes resolved. */
    String string() throws IOException {
        int start = spanString();
        String text = new String(window, start, next - 1 - start, StandardCharsets.UTF_8);
        return text.indexOf('\\') < 0 ? text : JsonStrings.unescape(text, tokenStart);
    }

    /** Steps over a string, whatever its escapes. */
    void requireString() throws IOException {
        spanString();
    }

    /** Reads a number; its other readings are in {@link #lastNumber()}. */
    double number() throws IOException {
        int b = peek();
        request(NUMBER_BYTES);
        tokenStart = position();
        int after = number.parse(window, next);
        if (after < 0 || (after == limit && fillsBehind(after))) {
            return unusualNumber(b);
        }
        next = after;
        tokenEnd = position();
        return number.value();
    }

    JsonNumber lastNumber() {
        return number;
    }

    /**
     * Reads a list of ordinary numbers at once, which is most of the work in these files. Behind the call all or nothing is consumed.
     *
     * @return how many, or -1 when the list does not fit the rest of {@code into} or holds anything unusual
     */
    int plainNumbers(double[] into, int offset) throws IOException {
        request(LIST_BYTES);
        int count = plainList.parse(window, next, into, offset);
        next = count < 0 ? next : plainList.end();
        return count;
    }

    /** Steps over one value of any kind. */
    void skipValue() throws IOException {
        int b = peek();
        if (b == '"') {
            skipString();
        } else if (b == '{' || b == '[') {
            skipNested();
        } else if (b == '-' || (b >= '0' && b <= '9') || b == 'N' || b == 'I') {
            number();
        } else if (!literal("null") && !literal("true") && !literal("false")) {
            throw unexpected(Sentence.of("json.value", "a value"));
        }
    }

    /** Consumes {@code word} if it comes next. */
    boolean literal(String word) throws IOException {
        peek();
        request(word.length());
        int available = Math.min(word.length(), limit - next);
        for (int i = 0; i < available; i++) {
            if (window[next + i] != word.charAt(i)) {
                return false;
            }
        }
        if (available < word.length()) {
            if (available > 0) {
                throw JsonFault.cutOff(base + limit);
            }
            return false;
        }
        next += word.length();
        return true;
    }

    /** Moves behind the next {@code } , {}, to its opening brace; false when the source ends before. */
    boolean findObjectBoundary() throws IOException {
        while (true) {
            int b = peek();
            if (b < 0) {
                return false;
            }
            next++;
            if (b == '}' && peek() == ',') {
                next++;
                if (peek() == '{') {
                    return true;
                }
            }
        }
    }

    JsonFault unexpected(Sentence wanted) throws IOException {
        int b = peek();
        if (b < 0) {
            return JsonFault.cutOff(position());
        }
        Sentence found = b >= ' ' && b < 127
                ? Sentence.of("json.character", "'{0}'", (char) b)
                : Sentence.of("json.byte", "byte 0x{0}", String.format("%02x", b));
        return JsonFault.syntax(
                position(), Sentence.of("json.expected", "{0} was expected, but {1} was found", wanted, found));
    }

    private void skipNested() throws IOException {
        int depth = 0;
        do {
            byte[] bytes = window;
            int p = next;
            while (STOPS[bytes[p] & 0xff] == 0) {
                p++;
            }
            next = p;
            byte b = bytes[p];
            if (b == '"') {
                skipString();
            } else if (b == 0 && p == limit) {
                requireMore();
            } else {
                next++;
                depth += b == '{' || b == '[' ? 1 : b == 0 ? 0 : -1;
            }
        } while (depth > 0);
    }

    private void skipString() throws IOException {
        tokenStart = position();
        next++;
        while (true) {
            byte[] bytes = window;
            int p = next;
            while (STRING_STOPS[bytes[p] & 0xff] == 0) {
                p++;
            }
            next = p;
            if (p == limit) {
                requireMore();
            } else if (bytes[p] == '\\') {
                if (p + 1 == limit) {
                    requireMore();
                }
                next += 2;
            } else {
                next++;
                if (bytes[p] == '"') {
                    tokenEnd = position();
                    return;
                }
            }
        }
    }

    /** Steps over a string and keeps it whole in the window; returns the index of its first byte. */
    private int spanString() throws IOException {
        if (peek() != '"') {
            throw unexpected(Sentence.of("json.string", "a string"));
        }
        kept = next;
        try {
            skipString();
            return kept + 1;
        } finally {
            kept = -1;
        }
    }

    private boolean sameBytes(byte[] name, int start) {
        for (int i = 0; i < name.length; i++) {
            if (window[start + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private double unusualNumber(int first) throws IOException {
        if (literal("NaN")) {
            tokenEnd = position();
            return number.special(Double.NaN);
        }
        if (literal("Infinity")) {
            tokenEnd = position();
            return number.special(Double.POSITIVE_INFINITY);
        }
        if (literal("-Infinity")) {
            tokenEnd = position();
            return number.special(Double.NEGATIVE_INFINITY);
        }
        if (first == '-' || (first >= '0' && first <= '9')) {
            return longNumber();
        }
        throw unexpected(Sentence.of("json.number", "a number"));
    }

    /** A number of more digits than any sensible writer gives it, or one that the end of the file cuts. */
    private double longNumber() throws IOException {
        kept = next;
        try {
            int after = number.parse(window, next);
            while (after == limit && fill()) {
                after = number.parse(window, next);
            }
            if (after < 0) {
                throw numberReachesEnd()
                        ? JsonFault.cutOff(base + limit)
                        : JsonFault.syntax(position(), Sentence.of("json.number-expected", "a number was expected"));
            }
            next = after;
            tokenEnd = position();
            return number.value();
        } finally {
            kept = -1;
        }
    }

    private boolean numberReachesEnd() throws IOException {
        for (int i = 0; ; i++) {
            if (next + i == limit && !fill()) {
                return true;
            }
            if ("+-.eE0123456789".indexOf(window[next + i]) < 0) {
                return false;
            }
        }
    }

    /** Whether the source goes on behind a number that reaches the end of the window. */
    private boolean fillsBehind(int after) throws IOException {
        kept = next;
        try {
            return after == limit && fill();
        } finally {
            kept = -1;
        }
    }
}
