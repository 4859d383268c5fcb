package org.posewright.runtime.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;

class SkeletonPainterTest {

    private static final ImageFrame BLACK = new ImageFrame(new ImageSize(1000, 1000), new byte[3_000_000]);
    private static final int LEFT_SHOULDER = 5;
    private static final int LEFT_ELBOW = 7;
    private static final int LEFT_WRIST = 9;

    private final SkeletonPainter painter =
            new SkeletonPainter(Skeletons.COCO_PERSON, new PaintStyle(false, false, 0.5));

    @Test
    void labelsAreFilledDiscsAndOccludedOnesHollow() {
        ImageFrame drawn = painter.paint(BLACK, List.of(person(LEFT_SHOULDER, Visibility.VISIBLE)), List.of());
        assertThat(isBlack(drawn, 300, 300)).isFalse();
        ImageFrame occluded = painter.paint(BLACK, List.of(person(LEFT_SHOULDER, Visibility.OCCLUDED)), List.of());
        assertThat(isBlack(occluded, 300, 300)).isTrue();
        assertThat(paintedPixels(occluded)).isPositive();
        assertThat(BLACK.bgr()).containsOnly(0);
    }

    @Test
    void limbsNeedBothEndsAndPredictionsAreDashedRings() {
        Keypoints both = Keypoints.unlabeled(17)
                .with(LEFT_SHOULDER, Keypoint.ofFile(300, 300, Visibility.VISIBLE))
                .with(LEFT_ELBOW, Keypoint.ofFile(300, 700, Visibility.VISIBLE));
        PersonInstance arm = PersonInstance.added(1, 0, new Box(250, 250, 100, 500), both);
        ImageFrame label = painter.paint(BLACK, List.of(arm), List.of());
        List<ScoredKeypoint> points = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            points.add(
                    i == LEFT_ELBOW || i == LEFT_WRIST
                            ? new ScoredKeypoint(300, 700, 1)
                            : new ScoredKeypoint(300, 300, 1));
        }
        ImageFrame predicted = painter.paint(
                BLACK, List.of(), List.of(new PosePrediction(new Box(250, 250, 100, 500), 0, 0.9, points)));
        assertThat(blackRowsBetween(label)).isZero();
        assertThat(blackRowsBetween(predicted)).isBetween(100L, 250L);
    }

    @Test
    void predictedPointsAreRings() {
        SkeletonPainter single = new SkeletonPainter(Skeletons.numbered(1, 3), new PaintStyle(false, false, 0.5));
        PosePrediction sure =
                new PosePrediction(new Box(250, 250, 100, 100), 0, 0.9, List.of(new ScoredKeypoint(300, 300, 0.9)));
        PosePrediction unsure = new PosePrediction(sure.box(), 0, 0.9, List.of(new ScoredKeypoint(300, 300, 0.1)));
        ImageFrame ring = single.paint(BLACK, List.of(), List.of(sure));
        ImageFrame faint = single.paint(BLACK, List.of(), List.of(unsure));
        assertThat(isBlack(ring, 300, 300)).isTrue();
        assertThat(paintedPixels(faint)).isPositive().isLessThan(paintedPixels(ring));
    }

    @Test
    void coordinatesFarOutsideAreHarmless() {
        Keypoints far = Keypoints.unlabeled(17)
                .with(LEFT_SHOULDER, Keypoint.ofFile(-1e12, 300, Visibility.VISIBLE))
                .with(LEFT_ELBOW, Keypoint.ofFile(300, 1e12, Visibility.VISIBLE));
        assertThat(painter.paint(BLACK, List.of(PersonInstance.added(1, 0, new Box(0, 0, 1e9, 1e9), far)), List.of()))
                .isNotNull();
    }

    private static PersonInstance person(int index, Visibility visibility) {
        Keypoints points = Keypoints.unlabeled(17).with(index, Keypoint.ofFile(300, 300, visibility));
        return PersonInstance.added(1, 0, new Box(250, 250, 100, 100), points);
    }

    /** Rows between 320 and 680 where the limb's column is black. */
    private static long blackRowsBetween(ImageFrame frame) {
        long count = 0;
        for (int y = 320; y < 680; y++) {
            count += isBlack(frame, 299, y) && isBlack(frame, 300, y) ? 1 : 0;
        }
        return count;
    }

    private static long paintedPixels(ImageFrame frame) {
        long count = 0;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                count += isBlack(frame, x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static boolean isBlack(ImageFrame frame, int x, int y) {
        int at = 3 * (y * frame.width() + x);
        return (frame.bgr()[at] | frame.bgr()[at + 1] | frame.bgr()[at + 2]) == 0;
    }
}
