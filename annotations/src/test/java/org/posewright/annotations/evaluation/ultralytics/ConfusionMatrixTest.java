package org.posewright.annotations.evaluation.ultralytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.DetectionSetBuilder;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.GroundTruthSet;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;

/** One or two pictures of 1000 pixels, classes 1 (row 0) and 2 (row 1), boxes of 100 pixels unless a case needs another. */
class ConfusionMatrixTest {

    private static final int BACKGROUND = 2;

    private final EvaluationAxes axes = new EvaluationAxes(LongStream.of(1, 2), LongStream.of(1, 2));
    private final GroundTruthSet.Builder truth = new GroundTruthSet.Builder(axes, 17);
    private final DetectionSetBuilder detections = new DetectionSetBuilder(axes, 17);
    private long nextId = 1;

    private void label(int category, double x, double width, boolean crowd) {
        GroundTruthBlock.Builder block = truth.at(0, category - 1);
        int person = block.person(nextId++, 100 * width, crowd, crowd);
        block.box(person, x, 0, width, 100);
        block.point(person, 0, x + 1, 1, true);
    }

    private void detection(long image, int category, double score, double x, double width) {
        detections.box(detections.detection(image, category, score), x, 0, width, 100);
    }

    private ConfusionMatrix matrix(double confidence) {
        return new UltralyticsPoseMetric(UltralyticsRule.V8_3, LabelPolicy.WITH_KEYPOINTS, Skeletons.COCO_PERSON)
                .confusion(
                        new EvaluationInput(truth.build(), detections.build()),
                        image -> Optional.of(new ImageSize(1000, 1000)),
                        confidence,
                        CancellationToken.NONE);
    }

    private ConfusionMatrix matrix() {
        return matrix(ConfusionMatrix.DEFAULT_CONFIDENCE);
    }

    @Test
    void rowsArePredictedAndColumnsLabelledClasses() {
        label(1, 0, 100, false);
        label(2, 300, 100, false);
        detection(1, 2, 0.9, 0, 100);
        detection(1, 2, 0.8, 300, 100);
        ConfusionMatrix matrix = matrix();
        assertThat(matrix.classCount()).isEqualTo(2);
        assertThat(matrix.count(1, 0)).isEqualTo(1);
        assertThat(matrix.count(1, 1)).isEqualTo(1);
        assertThat(matrix.count(0, 0)).isZero();
        assertThat(matrix.count(1, BACKGROUND)).isZero();
        assertThat(matrix.share(1, 0)).isCloseTo(1, within(1e-8));
        assertThat(matrix.share(0, BACKGROUND)).isZero();
    }

    @Test
    void whatMeetsNothingIsBackground() {
        label(1, 0, 100, false);
        detection(1, 1, 0.9, 500, 100);
        detection(2, 2, 0.9, 0, 100);
        ConfusionMatrix matrix = matrix();
        assertThat(matrix.count(BACKGROUND, 0)).isEqualTo(1);
        assertThat(matrix.count(0, BACKGROUND)).isEqualTo(1);
        assertThat(matrix.count(1, BACKGROUND)).isEqualTo(1);
        assertThat(matrix.share(0, BACKGROUND)).isCloseTo(0.5, within(1e-8));
    }

    @Test
    void detectionsAtTheConfidenceAndCrowdsStayOut() {
        label(1, 0, 100, true);
        detection(1, 1, 0.25, 0, 100);
        detection(1, 1, 0.2501, 500, 100);
        ConfusionMatrix matrix = matrix();
        assertThat(matrix.count(0, BACKGROUND)).isEqualTo(1);
        assertThat(matrix.count(BACKGROUND, 0)).isZero();
        assertThat(matrix(0.2).count(0, BACKGROUND)).isEqualTo(2);
    }

    @Test
    void overlapMustBeAbove45Percent() {
        label(1, 0, 100, false);
        detection(1, 1, 0.9, 0, 44);
        assertThat(matrix().count(0, 0)).isZero();
        detection(1, 1, 0.9, 0, 46);
        assertThat(matrix().count(0, 0)).isEqualTo(1);
    }

    @Test
    void theLargerOverlapWinsNotTheHigherScore() {
        label(1, 0, 100, false);
        detection(1, 2, 0.9, 0, 80);
        detection(1, 1, 0.3, 0, 95);
        ConfusionMatrix matrix = matrix();
        assertThat(matrix.count(0, 0)).isEqualTo(1);
        assertThat(matrix.count(1, BACKGROUND)).isEqualTo(1);
    }

    @Test
    void aDetectionWhoseLabelIsTakenGetsNoSecondChoice() {
        label(1, 0, 100, false);
        label(1, 20, 100, false);
        detection(1, 1, 0.9, 0, 100);
        detection(1, 1, 0.8, 5, 100);
        ConfusionMatrix matrix = matrix();
        assertThat(matrix.count(0, 0)).isEqualTo(1);
        assertThat(matrix.count(0, BACKGROUND)).isEqualTo(1);
        assertThat(matrix.count(BACKGROUND, 0)).isEqualTo(1);
    }

    @Test
    void boxesAreClippedToThePicture() {
        label(1, 900, 100, false);
        detection(1, 1, 0.9, 900, 400);
        assertThat(matrix().count(0, 0)).isEqualTo(1);
    }
}
