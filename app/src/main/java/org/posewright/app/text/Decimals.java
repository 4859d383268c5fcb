package org.posewright.app.text;

import java.util.Locale;

/**
 * Numbers with a fixed count of decimals and a point. Texts that follow the pointer are made dozens of times in a frame, for which
 * {@link String#format} is too slow.
 */
public final class Decimals {

    private static final int MOST_DECIMALS = 4;
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000};
    private static final double LARGEST = 1e12;

    private Decimals() {}

    /**
     * The number rounded half away from zero, as {@code %.nf} rounds.
     *
     * @param decimals 0 to 4
     */
    public static String of(double value, int decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException(decimals + " decimals are not 0 to " + MOST_DECIMALS);
        }
        if (!(Math.abs(value) < LARGEST)) {
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        long power = POWERS[decimals];
        long scaled = Math.round(Math.abs(value) * power);
        StringBuilder text = new StringBuilder(16);
        if (value < 0 && scaled > 0) {
            text.append('-');
        }
        text.append(scaled / power);
        if (decimals > 0) {
            text.append('.');
            String rest = Long.toString(scaled % power);
            for (int i = rest.length(); i < decimals; i++) {
                text.append('0');
            }
            text.append(rest);
        }
        return text.toString();
    }
}
