package org.posewright.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void textIsThatOfTheFormatter() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8));
            int decimals = random.nextInt(5);
            assertThat(Decimals.of(value, decimals))
                    .as("%s to %d decimals", value, decimals)
                    .isEqualTo(withoutMinusZero(String.format(Locale.ROOT, "%." + decimals + "f", value)));
        }
    }

    @Test
    void nothingIsNegativeZero() {
        assertThat(Decimals.of(-0.04, 1)).isEqualTo("0.0");
        assertThat(Decimals.of(-0.0, 2)).isEqualTo("0.00");
    }

    @Test
    void whatIsNoNumberIsStillSaid() {
        assertThat(Decimals.of(Double.NaN, 1)).isEqualTo("NaN");
        assertThat(Decimals.of(1e15, 1)).isEqualTo("1000000000000000.0");
        assertThatThrownBy(() -> Decimals.of(1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String withoutMinusZero(String text) {
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
