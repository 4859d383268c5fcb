package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number must be the double that the JDK reads. */
class JsonNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "12",
                "1.50",
                "1e5",
                "1E-5",
                "1.5e+22",
                "1e23",
                "123456789012345678901234567890",
                "9007199254740993",
                "0.000000000000000000000000000000001234",
                "1e400",
                "1e-400",
                "4.9e-324",
                "2.2250738585072011e-308",
                "007.5",
                "9007199254740992.5",
                "1.00000000000000011102230246251565",
                "0.1234567890123456789",
                "9999999999999999999",
                "18446744073709551617",
                "1844674407370955161.7",
                "0.0000000000000000000000000",
                "-0.00000000000000000",
                "1.0000000000000000000000001"
            })
    void unusualTexts(String text) throws IOException {
        assertSame(text);
    }

    @Test
    void floatsPrintedAsDoubles() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            assertSame(Double.toString(random.nextFloat() * 640));
        }
    }

    @Property(tries = 3_000)
    void digitsAndPower(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 0, max = 27) int places)
            throws IOException {
        assertSame(BigDecimal.valueOf(digits, places).toPlainString());
        assertThat(EiselLemire.convert(digits, -places))
                .isEqualTo(BigDecimal.valueOf(digits, places).doubleValue());
    }

    /** The middle between two doubles, and its neighbours, round as IEEE 754 asks. */
    @Property(tries = 1_000)
    void halfwayCases(
            @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long mantissa,
            @ForAll @IntRange(min = 0, max = 4) int halvings)
            throws IOException {
        BigDecimal middle = BigDecimal.valueOf(2 * mantissa + 1)
                .multiply(BigDecimal.valueOf(5).pow(halvings))
                .movePointLeft(halvings);
        assertSame(middle.toPlainString());
        assertSame(middle.add(BigDecimal.ONE.movePointLeft(halvings)).toPlainString());
    }

    private static void assertSame(String text) throws IOException {
        double expected = Double.parseDouble(text);
        JsonScanner in = new JsonScanner(ByteSource.of((text + " ").getBytes(StandardCharsets.US_ASCII)), 0);
        assertThat(Double.doubleToLongBits(in.number())).as(text).isEqualTo(Double.doubleToLongBits(expected));
        double[] list = new double[3];
        byte[] bytes = ("[" + text + ", " + text + "]").getBytes(StandardCharsets.US_ASCII);
        int count = new JsonScanner(ByteSource.of(bytes), 0).plainNumbers(list, 1);
        if (count >= 0) {
            assertThat(count).isEqualTo(2);
            assertThat(Double.doubleToLongBits(list[2])).as(text).isEqualTo(Double.doubleToLongBits(expected));
        }
    }
}
