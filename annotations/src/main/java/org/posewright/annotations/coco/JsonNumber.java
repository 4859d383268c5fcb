package org.posewright.annotations.coco;

import java.nio.charset.StandardCharsets;

/**
 * One parsed JSON number. Up to 15 significant digits and powers of ten to 22 are exact in one double operation (Clinger 1990);
 * up to 18 digits go through {@link EiselLemire}, other texts through {@link Double#parseDouble}.
 */
final class JsonNumber {

    static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int LARGEST_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 10_000;

    private double value;
    private long integer;
    private boolean isInteger;
    private long mantissa;
    private int digits;
    private int exponent;

    double value() {
        return value;
    }

    /** Whether the text is a whole number without point or exponent that fits a long. */
    boolean isInteger() {
        return isInteger;
    }

    long integer() {
        return integer;
    }

    double special(double newValue) {
        isInteger = false;
        value = newValue;
        return newValue;
    }

    /**
     * Parses the number at {@code start}; {@code bytes} ends with a byte that is no part of a number.
     *
     * @return index behind it, or -1 when there is no complete number
     */
    int parse(byte[] bytes, int start) {
        boolean negative = bytes[start] == '-';
        int first = negative ? start + 1 : start;
        mantissa = 0;
        digits = 0;
        exponent = 0;
        int p = digits(bytes, first);
        if (p == first) {
            return -1;
        }
        boolean whole = bytes[p] != '.' && (bytes[p] | 0x20) != 'e';
        if (bytes[p] == '.') {
            int fraction = p + 1;
            p = digits(bytes, fraction);
            if (p == fraction) {
                return -1;
            }
            exponent -= p - fraction;
        }
        if ((bytes[p] | 0x20) == 'e') {
            p = exponent(bytes, p + 1);
            if (p < 0) {
                return -1;
            }
        }
        isInteger = whole && digits <= LARGEST_DIGITS;
        integer = negative ? -mantissa : mantissa;
        value = convert(bytes, start, p, negative);
        return p;
    }

    /** Takes digits into the mantissa; those that do not fit count into the exponent. */
    private int digits(byte[] bytes, int start) {
        long m = mantissa;
        int count = digits;
        int p = start;
        for (int d = bytes[p] - '0'; d >= 0 && d <= 9; d = bytes[++p] - '0') {
            if (count < LARGEST_DIGITS) {
                m = m * 10 + d;
                count += m == 0 ? 0 : 1;
            } else {
                count++;
                exponent++;
            }
        }
        mantissa = m;
        digits = count;
        return p;
    }

    private int exponent(byte[] bytes, int start) {
        boolean negative = bytes[start] == '-';
        int first = negative || bytes[start] == '+' ? start + 1 : start;
        int p = first;
        int size = 0;
        for (int d = bytes[p] - '0'; d >= 0 && d <= 9; d = bytes[++p] - '0') {
            size = Math.min(size * 10 + d, LARGEST_EXPONENT);
        }
        exponent += negative ? -size : size;
        return p == first ? -1 : p;
    }

    private double convert(byte[] bytes, int start, int end, boolean negative) {
        boolean exact = mantissa <= LARGEST_EXACT && Math.abs(exponent) < POWERS_OF_TEN.length;
        if (digits > LARGEST_DIGITS || !exact && (mantissa == 0 || !EiselLemire.covers(exponent))) {
            return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
        }
        if (!exact) {
            double size = EiselLemire.convert(mantissa, exponent);
            return negative ? -size : size;
        }
        double size = mantissa;
        size = exponent < 0 ? size / POWERS_OF_TEN[-exponent] : size * POWERS_OF_TEN[exponent];
        return negative ? -size : size;
    }
}
