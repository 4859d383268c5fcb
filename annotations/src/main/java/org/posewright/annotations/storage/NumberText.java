package org.posewright.annotations.storage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Texts of numbers as label files hold them, independent of the locale. All methods are pure. */
public final class NumberText {

    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-5;

    private NumberText() {}

    /**
     * The shortest decimal text that reads back as the same double; whole numbers have no point. Java 17's own text can be a digit
     * longer than needed.
     *
     * @throws IllegalArgumentException if the value is not finite: neither JSON nor label rows can hold it
     */
    public static String shortest(double value) {
        requireFinite(value);
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
            return value == 0 && 1 / value < 0 ? "-0.0" : Long.toString((long) value);
        }
        BigDecimal decimal = shorten(value, new BigDecimal(Double.toString(value)).stripTrailingZeros());
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN ? decimal.toPlainString() : exponent(decimal, 1);
    }

    /**
     * C's {@code %g}: six significant digits of the exact binary value rounded half to even, no trailing zeros, an exponent of at
     * least two digits below 1e-4 and from 1e6.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public static String general(double value) {
        requireFinite(value);
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        int digits = 6;
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent >= digits ? exponent(rounded, 2) : rounded.toPlainString();
    }

    private static BigDecimal shorten(double value, BigDecimal text) {
        BigDecimal best = text;
        for (int digits = text.precision() - 1; digits >= 1; digits--) {
            BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != value) {
                return best;
            }
            best = shorter.stripTrailingZeros();
        }
        return best;
    }

    private static String exponent(BigDecimal decimal, int minimumExponentDigits) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - decimal.scale() - 1;
        StringBuilder text = new StringBuilder(decimal.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? "-" : "+");
        String size = Integer.toString(Math.abs(exponent));
        return text.append("0".repeat(Math.max(0, minimumExponentDigits - size.length())))
                .append(size)
                .toString();
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no text in a label file");
        }
    }
}
