package org.posewright.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.runtime.image.ImageFrame;

class CaseCropTest {

    private static ImageFrame picture(int width, int height) {
        byte[] bgr = new byte[ImageFrame.CHANNELS * width * height];
        // One white pixel tells where things come to lie.
        int at = ImageFrame.CHANNELS * (700 * width + 900);
        bgr[at] = bgr[at + 1] = bgr[at + 2] = (byte) 255;
        return new ImageFrame(new ImageSize(width, height), bgr);
    }

    @Test
    void aSmallPersonFillsThePart() {
        CaseCrop crop = CaseCrop.around(picture(1200, 900), new Box(860, 640, 80, 120));
        assertThat(crop.frame().width()).isEqualTo(640);
        assertThat(crop.frame().height()).isBetween(470, 490);
        Box box = crop.box(new Box(860, 640, 80, 120));
        assertThat(box.y()).isPositive();
        assertThat(box.bottom()).isLessThan(crop.frame().height());
        assertThat(box.height()).isGreaterThan(0.6 * crop.frame().height());
        int x = (int) crop.x(900.5);
        int y = (int) crop.y(700.5);
        int at = ImageFrame.CHANNELS * (y * crop.frame().width() + x);
        assertThat(crop.frame().bgr()[at] & 0xFF).isGreaterThan(100);
    }

    @Test
    void aPersonAtTheBorderAndOneLargerThanThePictureStayInside() {
        CaseCrop corner = CaseCrop.around(picture(1200, 900), new Box(1190, 890, 40, 40));
        assertThat(corner.x(1200)).isCloseTo(corner.frame().width(), within(1.0));
        assertThat(corner.y(900)).isCloseTo(corner.frame().height(), within(1.0));
        CaseCrop whole = CaseCrop.around(picture(1200, 900), new Box(-100, -100, 1500, 1500));
        assertThat(whole.left()).isZero();
        assertThat(whole.top()).isZero();
        assertThat(whole.frame().size()).isEqualTo(new ImageSize(640, 480));
    }
}
