package org.posewright.training.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The draws against those of Python 3.11's {@code random}, NumPy 2 and PyTorch 2.13's loader, taken in the order that the
 * specification gives (H.4) with a buffer of recent pictures as there and 20 and 5 unused ones
 * between epochs: {@code defaults.txt} and {@code everything.txt}, a line a sample.
 */
class BatchDrawsTest {

    private static final DrawSettings DEFAULTS =
            new DrawSettings(14, 8, 320, AugmentationSettings.DEFAULT, 3, List.of(), 20, 0);
    private static final DrawSettings EVERYTHING = new DrawSettings(
            12,
            4,
            640,
            new AugmentationSettings(0.015, 0.7, 0.4, 10, 0.1, 0.5, 2, 0.0005, 0.3, 0.5, 0.2, 0.7, 0.5),
            2,
            List.of(),
            5,
            3_000_000_007L);

    @Test
    void seedZeroDrawsWhatTheReferenceDraws() throws IOException {
        assertThat(lines(DEFAULTS, 4)).isEqualTo(golden("defaults.txt"));
    }

    @Test
    void everyKindOfDrawIsTheReferences() throws IOException {
        assertThat(lines(EVERYTHING, 4)).isEqualTo(golden("everything.txt"));
    }

    @Test
    void aBatchIsTheSameWhateverWasAskedBefore() {
        BatchDraws inOrder = new BatchDraws(EVERYTHING);
        List<List<SampleDraw>> batches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            batches.add(inOrder.batch(i / 3, i % 3));
        }
        BatchDraws jumping = new BatchDraws(EVERYTHING);
        for (int i : new int[] {7, 7, 2, 11, 0, 6, 1, 3}) {
            assertThat(jumping.batch(i / 3, i % 3)).isEqualTo(batches.get(i));
        }
    }

    @Test
    void aFixedOrderIsKept() {
        BatchDraws draws =
                new BatchDraws(new DrawSettings(4, 2, 64, AugmentationSettings.NONE, -1, List.of(3, 1, 0, 2), 0, 0));
        assertThat(draws.batch(0, 1)).extracting(SampleDraw::picture).containsExactly(0, 2);
        assertThat(draws.batch(5, 0)).extracting(SampleDraw::picture).containsExactly(3, 1);
    }

    private static List<String> golden(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BatchDrawsTest.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static List<String> lines(DrawSettings settings, int epochs) {
        BatchDraws draws = new BatchDraws(settings);
        List<String> lines = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int batch = 0; batch < settings.batches(); batch++) {
                for (SampleDraw draw : draws.batch(epoch, batch)) {
                    lines.add(epoch + " " + batch + " " + line(draw));
                }
            }
        }
        return lines;
    }

    private static String line(SampleDraw draw) {
        String mixUp = draw.mixUp()
                .map(m -> "mix " + m.partner() + " " + geometry(m.geometry()) + " " + number(m.ratio()))
                .orElse("-");
        SampleDraw.Color color = draw.color();
        return draw.picture() + " " + geometry(draw.geometry()) + " " + mixUp + " "
                + numbers(color.hue(), color.saturation(), color.value()) + " "
                + bit(draw.flipUd()) + bit(draw.flipLr()) + bit(draw.swapsChannels());
    }

    private static String geometry(SampleDraw.Geometry geometry) {
        String mosaic = geometry.mosaic()
                .map(m -> Arrays.toString(m.partners()).replace(" ", "") + "@" + m.centerX() + "," + m.centerY())
                .orElse("-");
        SampleDraw.Perspective p = geometry.perspective();
        return mosaic + " "
                + numbers(p.tiltX(), p.tiltY(), p.degrees(), p.gain(), p.shearX(), p.shearY(), p.shiftX(), p.shiftY());
    }

    private static String numbers(double... values) {
        return DoubleStream.of(values).mapToObj(BatchDrawsTest::number).collect(Collectors.joining(","));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.10e", value);
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }
}
