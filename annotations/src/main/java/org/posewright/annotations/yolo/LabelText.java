package org.posewright.annotations.yolo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The bytes of a label file cut into lines and tokens; offsets are byte offsets. Lines end with LF, CRLF or CR.
 *
 * @param text one char for each byte, so that nothing is lost in any encoding
 * @param lines in file order, blank ones included; empty for an empty file
 */
record LabelText(String text, List<Line> lines) {

    /** Java also reads {@code 1d}, {@code 0x1p3} and {@code NaN}; label files hold plain decimal numbers. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /**
     * One line.
     *
     * @param number 1-based
     * @param end behind the last character before the line end
     * @param next where the next line starts
     * @param tokens start and end of each token, alternating
     */
    record Line(int number, int start, int end, int next, int[] tokens) {

        int tokenCount() {
            return tokens.length / 2;
        }

        boolean isBlank() {
            return tokens.length == 0;
        }

        int tokenStart(int index) {
            return tokens[2 * index];
        }

        int tokenEnd(int index) {
            return tokens[2 * index + 1];
        }
    }

    static LabelText of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            boolean pair = text.startsWith("\r\n", end);
            int next = Math.min(text.length(), end + (pair ? 2 : 1));
            lines.add(new Line(lines.size() + 1, start, end, next, tokens(text, start, end)));
            start = next;
        }
        return new LabelText(text, lines);
    }

    String token(Line line, int index) {
        return text.substring(line.tokenStart(index), line.tokenEnd(index));
    }

    /** All tokens as numbers; where one is not a finite number, {@link Double#NaN} stands for it. */
    double[] numbers(Line line) {
        double[] values = new double[line.tokenCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(token(line, i));
        }
        return values;
    }

    /** The first line end of the file; LF when it has none. */
    String lineEnd() {
        return lines.stream()
                .filter(line -> line.next() > line.end())
                .findFirst()
                .map(line -> text.substring(line.end(), line.next()))
                .orElse("\n");
    }

    private static double number(String token) {
        if (!NUMBER.matcher(token).matches()) {
            return Double.NaN;
        }
        double value = Double.parseDouble(token);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static int[] tokens(String text, int start, int end) {
        int[] found = new int[16];
        int count = 0;
        int at = start;
        while (at < end) {
            while (at < end && isBlank(text.charAt(at))) {
                at++;
            }
            if (at == end) {
                break;
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = at;
            while (at < end && !isBlank(text.charAt(at))) {
                at++;
            }
            found[count++] = at;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u000b' || c == '\f';
    }
}
