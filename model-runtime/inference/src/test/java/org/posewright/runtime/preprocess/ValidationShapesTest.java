package org.posewright.runtime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.ImageSize;

class ValidationShapesTest {

    @Test
    void eachBatchIsAsNarrowAsItsExtremeAllows() {
        List<ImageSize> sizes = List.of(
                new ImageSize(480, 640), // tall
                new ImageSize(640, 480), // wide
                new ImageSize(640, 320), // wider
                new ImageSize(480, 640));
        List<InputSize> shapes = ValidationShapes.plan(sizes, 640, 2, 32);
        // Wide batch: M = 0.75 -> ceil(0.75 * 20 + 0.5) = 16 strides high; tall batch: 1/m = 0.75.
        assertThat(shapes)
                .containsExactly(
                        new InputSize(512, 672),
                        new InputSize(672, 512),
                        new InputSize(672, 512),
                        new InputSize(512, 672));
    }

    @Test
    void mixedBatchIsSquare() {
        List<ImageSize> sizes = List.of(new ImageSize(480, 640), new ImageSize(640, 480));
        assertThat(ValidationShapes.plan(sizes, 640, 16, 32)).containsOnly(InputSize.square(672));
    }
}
