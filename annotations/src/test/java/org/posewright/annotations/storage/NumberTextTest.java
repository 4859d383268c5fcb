package org.posewright.annotations.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,-0.0",
        "12,12",
        "-3,-3",
        "1.5,1.5",
        "0.1,0.1",
        "2.0E-3,0.002",
        "2.2250738585072014E-308,2.2250738585072014e-308",
        "1e23,1e+23",
        "2e-44,2e-44",
        "123456789012345680,1.2345678901234568e+17"
    })
    void shortest(double value, String text) {
        assertThat(NumberText.shortest(value)).isEqualTo(text);
    }

    /** Values checked against printf's %g. */
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "2,2",
        "0.5845164,0.584516",
        "0.00006103515625,6.10352e-05",
        "0.0001,0.0001",
        "100000,100000",
        "1000000,1e+06",
        "999999.5,1e+06",
        "0.0791666666,0.0791667",
        "0.5,0.5",
        "-0.25,-0.25",
        "2.5e-310,2.5e-310",
        "0.1234565,0.123456",
        "1.0000005,1"
    })
    void general(double value, String text) {
        assertThat(NumberText.general(value)).isEqualTo(text);
    }

    @Test
    void infinityHasNoText() {
        assertThatThrownBy(() -> NumberText.shortest(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberText.general(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shortestReadsBack(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            String text = NumberText.shortest(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(significantDigits(text)).isLessThanOrEqualTo(significantDigits(Double.toString(value)));
        }
    }

    /** Digits that count, whatever the notation: plain texts below 1e-4 are longer than those with an exponent. */
    private static int significantDigits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
