package org.posewright.annotations.coco;

import java.nio.charset.StandardCharsets;

/**
 * Parses {@code [12,3.5,-4]}: numbers without exponent, at most one blank behind a comma. One tight loop over local variables, because
 * a results file of common size has seven million of them and the program is often cold.
 */
final class PlainNumberList {

    /** Digits whose value a double holds exactly; the point is counted with them. */
    private static final int EXACT_LENGTH = 16;

    /** So many digits always fit a long. */
    private static final int LONG_DIGITS = 18;

    private int end;

    /** Index behind the closing bracket of the last list. */
    int end() {
        return end;
    }

    /**
     * @param bytes end with a byte that is no part of a number
     * @param start index of the opening bracket
     * @return count of numbers, or -1 when the list is anything else or {@code into} is too short
     */
    int parse(byte[] bytes, int start, double[] into, int offset) {
        if (bytes[start] != '[') {
            return -1;
        }
        int p = start + 1;
        int at = offset;
        while (at < into.length) {
            p += bytes[p] == ' ' ? 1 : 0;
            boolean negative = bytes[p] == '-';
            p += negative ? 1 : 0;
            int first = p;
            long mantissa = 0;
            int digit = bytes[p] - '0';
            for (; digit >= 0 && digit <= 9; digit = bytes[++p] - '0') {
                mantissa = mantissa * 10 + digit;
            }
            int whole = p - first;
            int fraction = 0;
            if (bytes[p] == '.') {
                int point = p;
                for (digit = bytes[++p] - '0'; digit >= 0 && digit <= 9; digit = bytes[++p] - '0') {
                    mantissa = mantissa * 10 + digit;
                }
                fraction = p - point - 1;
                whole = fraction == 0 ? 0 : whole;
            }
            if (whole == 0) {
                return -1;
            }
            double size = p - first <= EXACT_LENGTH
                    ? mantissa / JsonNumber.POWERS_OF_TEN[fraction]
                    : manyDigits(bytes, first, p, mantissa, fraction);
            into[at++] = negative ? -size : size;
            byte mark = bytes[p++];
            if (mark == ']') {
                end = p;
                return at - offset;
            }
            if (mark != ',') {
                return -1;
            }
        }
        return -1;
    }

    private static double manyDigits(byte[] bytes, int start, int end, long mantissa, int fraction) {
        int digits = end - start - (fraction > 0 ? 1 : 0);
        return digits <= LONG_DIGITS && mantissa > 0
                ? EiselLemire.convert(mantissa, -fraction)
                : Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }
}
