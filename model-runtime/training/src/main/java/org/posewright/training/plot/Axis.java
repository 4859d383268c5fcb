package org.posewright.training.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a chart: a range that begins and ends on round numbers, and the ticks between.
 *
 * @param step between ticks
 */
record Axis(double low, double high, double step) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double SMALL = 1e-3;
    private static final double NOTHING = 1e-6;
    /** Steps are round, so more digits are errors of arithmetic. */
    private static final MathContext STEP_DIGITS = new MathContext(3);

    private static final double LARGE = 1e5;

    /** An axis that holds both values with about {@code ticks} ticks. */
    static Axis covering(double lowest, double highest, int ticks) {
        double low = lowest;
        double high = highest;
        if (!(high > low)) {
            double margin = low == 0 ? 1 : Math.abs(low) * 0.1;
            low -= margin;
            high += margin;
        }
        double raw = (high - low) / ticks;
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = magnitude * 10;
        for (double factor : ROUND) {
            if (factor * magnitude >= raw) {
                step = factor * magnitude;
                break;
            }
        }
        return new Axis(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    /** An axis from 0 to 1. */
    static Axis unit() {
        return new Axis(0, 1, 0.2);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** Where a value lies: 0 at the low end, 1 at the high end. */
    double position(double value) {
        return (value - low) / (high - low);
    }

    /** The axis with ticks at whole numbers only. */
    Axis whole() {
        return step >= 1 ? this : new Axis(Math.floor(low), Math.ceil(high), 1);
    }

    /** A tick as text: as many decimals as tell it from the next. */
    String label(double value) {
        double size = Math.abs(value);
        if (size < step * NOTHING) {
            return "0";
        }
        if (size < SMALL || size >= LARGE) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        int decimals =
                new BigDecimal(step).round(STEP_DIGITS).stripTrailingZeros().scale();
        return new BigDecimal(value)
                .setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
