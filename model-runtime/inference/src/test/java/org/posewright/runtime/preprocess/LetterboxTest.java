package org.posewright.runtime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.model.ImageSize;

/** Golden values from the reference (pose-spec J.1). */
class LetterboxTest {

    private static final InputSize TARGET = InputSize.square(640);

    @ParameterizedTest
    @CsvSource({
        "480, 640, 640, 480, 0, 80, 0, 80",
        "427, 640, 640, 427, 0, 106, 0, 107",
        "1080, 1920, 640, 360, 0, 140, 0, 140",
        "333, 500, 640, 426, 0, 107, 0, 107",
        "640, 427, 427, 640, 106, 0, 107, 0",
        "501, 333, 425, 640, 107, 0, 108, 0",
        "100, 50, 320, 640, 160, 0, 160, 0",
        "1, 7, 640, 91, 0, 274, 0, 275"
    })
    void fixedInput(int h, int w, int newW, int newH, int left, int top, int right, int bottom) {
        Letterbox box = Letterbox.fit(new ImageSize(w, h), TARGET, LetterboxOptions.fixed(32));
        assertThat(box.input()).isEqualTo(TARGET);
        assertThat(box.resized()).isEqualTo(new InputSize(newW, newH));
        assertThat(new int[] {box.left(), box.top(), box.right(), box.bottom()})
                .containsExactly(left, top, right, bottom);
    }

    @ParameterizedTest
    @CsvSource({
        "480, 640, 0, 0, 0, 0, 640, 480",
        "427, 640, 0, 10, 0, 11, 640, 448",
        "1080, 1920, 0, 12, 0, 12, 640, 384",
        "333, 500, 0, 11, 0, 11, 640, 448",
        "640, 427, 10, 0, 11, 0, 448, 640",
        "501, 333, 11, 0, 12, 0, 448, 640",
        "100, 50, 0, 0, 0, 0, 320, 640",
        "1, 7, 0, 2, 0, 3, 640, 96"
    })
    void minimumRectangle(int h, int w, int left, int top, int right, int bottom, int inputW, int inputH) {
        Letterbox box = Letterbox.fit(new ImageSize(w, h), TARGET, LetterboxOptions.rectangular(32));
        assertThat(box.input()).isEqualTo(new InputSize(inputW, inputH));
        assertThat(new int[] {box.left(), box.top(), box.right(), box.bottom()})
                .containsExactly(left, top, right, bottom);
    }

    @ParameterizedTest
    @CsvSource({
        "427, 640, 0, 106, 0, 106.5, 0, 106",
        "333, 500, 0, 107, 0, 106.88, 0, 107",
        "501, 333, 107, 0, 107.305389, 0, 107, 0",
        "374, 500, 0, 81, 0, 80.64, 0, 80"
    })
    void paddingOfMappingBack(
            int h, int w, double boxX, double boxY, double pointX, double pointY, double realX, double realY) {
        Letterbox box = Letterbox.fit(new ImageSize(w, h), TARGET, LetterboxOptions.fixed(32));
        assertThat(box.boxPadX(PaddingRule.ULTRALYTICS_8_3)).isEqualTo(boxX);
        assertThat(box.boxPadY(PaddingRule.ULTRALYTICS_8_3)).isEqualTo(boxY);
        assertThat(box.keypointPadX(PaddingRule.ULTRALYTICS_8_3)).isCloseTo(pointX, within(1e-6));
        assertThat(box.keypointPadY(PaddingRule.ULTRALYTICS_8_3)).isCloseTo(pointY, within(1e-6));
        assertThat(box.keypointPadX(PaddingRule.REAL)).isEqualTo(realX);
        assertThat(box.boxPadY(PaddingRule.REAL)).isEqualTo(realY);
    }

    @Test
    void validationKeepsItsOwnRatioAndPadding() {
        // 500 x 333 at 640: the loader rounds up, 640 x 427, and does not enlarge into the larger batch shape.
        Letterbox box = Letterbox.validation(new ImageSize(500, 333), 640, new InputSize(672, 480));
        assertThat(box.resized()).isEqualTo(new InputSize(640, 427));
        assertThat(box.left()).isEqualTo(16);
        assertThat(box.top()).isEqualTo(26);
        assertThat(box.scaleX()).isEqualTo(427 / 333.0);
        assertThat(box.keypointPadY(PaddingRule.ULTRALYTICS_8_3)).isEqualTo(26);
    }

    @Test
    void aPictureThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Letterbox.validation(new ImageSize(640, 480), 640, new InputSize(320, 320)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("320x320");
    }

    @Property
    void inverseUndoesForward(
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height,
            @ForAll @IntRange(min = 1, max = 40) int strides,
            @ForAll boolean rectangular) {
        LetterboxOptions options = rectangular ? LetterboxOptions.rectangular(32) : LetterboxOptions.fixed(32);
        Letterbox box = Letterbox.fit(new ImageSize(width, height), InputSize.square(32 * strides), options);
        double x = 0.37 * width;
        double y = 0.81 * height;
        assertThat(box.imageX(box.inputX(x))).isCloseTo(x, within(1e-8 * width));
        assertThat(box.imageY(box.inputY(y))).isCloseTo(y, within(1e-8 * height));
        assertThat(box.right()).isBetween(box.left(), box.left() + 1);
        assertThat(box.bottom()).isBetween(box.top(), box.top() + 1);
        assertThat(box.input().width() % 32).isZero();
    }
}
