package org.posewright.runtime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 3C00",
        "-2, C000",
        "65504, 7BFF",
        "65520, 7C00",
        "1e9, 7C00",
        "6.1035156e-5, 400",
        "5.9604645e-8, 1",
        "2e-8, 0",
        "0.33325195, 3555",
        "0.1, 2E66",
        "NaN, 7E00",
        "-Infinity, FC00"
    })
    void knownValues(float value, String bits) {
        assertThat(HalfFloats.ofFloat(value) & 0xFFFF).isEqualTo(Integer.parseInt(bits, 16));
    }

    @Property
    void noOtherHalfIsNearer(@ForAll @FloatRange(min = 0, max = 60000) float value) {
        int half = HalfFloats.ofFloat(value) & 0xFFFF;
        double error = Math.abs(toDouble(half) - value);
        assertThat(error).isLessThanOrEqualTo(Math.abs(toDouble(half + 1) - value));
        if (half > 0) {
            assertThat(error).isLessThanOrEqualTo(Math.abs(toDouble(half - 1) - value));
        }
    }

    private static double toDouble(int half) {
        int exponent = half >> 10;
        int mantissa = half & 0x3FF;
        return exponent == 0 ? Math.scalb(mantissa, -24) : Math.scalb(1024 + mantissa, exponent - 25);
    }
}
