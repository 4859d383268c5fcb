package org.posewright.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;

class ViewTransformTest {

    @Property
    void viewAndImageAreInverse(
            @ForAll @DoubleRange(min = 0.02, max = 60) double scale,
            @ForAll @DoubleRange(min = -5000, max = 5000) double offset,
            @ForAll @DoubleRange(min = -9000, max = 9000) double image) {
        ViewTransform t = new ViewTransform(scale, offset, -offset);
        assertThat(t.imageX(t.viewX(image))).isCloseTo(image, within(1e-6));
        assertThat(t.imageY(t.viewY(image))).isCloseTo(image, within(1e-6));
    }

    @Property
    void zoomKeepsTheImagePointUnderThePointer(
            @ForAll @DoubleRange(min = 0.01, max = 64) double scale,
            @ForAll @DoubleRange(min = 0.05, max = 20) double factor,
            @ForAll @DoubleRange(min = 0, max = 2000) double pointer) {
        ViewTransform before = new ViewTransform(scale, 31, -17);
        ViewTransform after = before.zoomedAt(pointer, pointer, factor);
        assertThat(after.imageX(pointer)).isCloseTo(before.imageX(pointer), within(1e-6));
        assertThat(after.imageY(pointer)).isCloseTo(before.imageY(pointer), within(1e-6));
        assertThat(after.scale()).isBetween(ViewTransform.MIN_SCALE, ViewTransform.MAX_SCALE);
    }

    @Test
    void fitCentresTheWholePicture() {
        ViewTransform t = ViewTransform.fit(new ImageSize(640, 480), 1000, 500, 10);
        assertThat(t.scale()).isEqualTo(1.0);
        assertThat(t.viewX(320)).isEqualTo(500);
        assertThat(t.viewY(240)).isEqualTo(250);
    }

    @Test
    void fitOfAViewWithoutRoomStaysFinite() {
        ViewTransform t = ViewTransform.fit(new ImageSize(640, 480), 5, 5, 20);
        assertThat(t.scale()).isGreaterThanOrEqualTo(ViewTransform.MIN_SCALE);
    }

    @Test
    void visibleRegionIsWhatTheViewShows() {
        Box region = new ViewTransform(2, 100, 50).visibleRegion(300, 150);
        assertThat(region).isEqualTo(Box.ofCorners(-50, -25, 100, 50));
    }

    @Test
    void boxHandleDraggedAcrossTheOtherSideTurnsTheBoxRound() {
        Box turned = BoxHandle.EAST.resize(new Box(10, 10, 20, 20), -50, 0);
        assertThat(turned).isEqualTo(new Box(-20, 10, 30, 20));
    }
}
