package org.posewright.annotations.evaluation.ultralytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.DetectionSetBuilder;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.SmallEvaluation;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;

class UltralyticsPoseMetricTest {

    private static UltralyticsSummary evaluate(UltralyticsRule rule, EvaluationInput input) {
        return new UltralyticsPoseMetric(rule, LabelPolicy.WITH_KEYPOINTS, Skeletons.COCO_PERSON)
                .evaluate(input, ImageSizes.UNKNOWN, CancellationToken.NONE);
    }

    private static EvaluationInput labelledPictures() {
        return SmallEvaluation.input().restrictedTo(new long[] {1, 2});
    }

    @Test
    void goldenValuesOfThe83Rule() {
        UltralyticsSummary.Numbers pose =
                evaluate(UltralyticsRule.V8_3, labelledPictures()).pose();
        assertThat(pose.apPerThreshold().get(0)).isCloseTo(0.786667, within(1e-6));
        assertThat(pose.apPerThreshold().get(3)).isCloseTo(0.66875, within(1e-6));
        assertThat(pose.apPerThreshold().get(7)).isCloseTo(0.43375, within(1e-6));
        assertThat(pose.apPerThreshold().get(9)).isCloseTo(0.2925, within(1e-6));
        assertThat(pose.map()).isCloseTo(0.558292, within(1e-6));
        assertThat(pose.precision()).isCloseTo(0.631775, within(1e-6));
        assertThat(pose.recall()).isCloseTo(1.0, within(1e-6));
        assertThat(pose.f1()).isCloseTo(0.774341, within(1e-6));
    }

    @Test
    void goldenValuesOfThe84Rule() {
        UltralyticsSummary.Numbers pose =
                evaluate(UltralyticsRule.V8_4, labelledPictures()).pose();
        assertThat(pose.apPerThreshold().get(1)).isCloseTo(0.62, within(1e-6));
        assertThat(pose.apPerThreshold().get(9)).isCloseTo(0.245, within(1e-6));
        assertThat(pose.map()).isCloseTo(0.511667, within(1e-6));
    }

    @Test
    void anUnlabelledPictureCountsItsDetectionsAsWrong() {
        UltralyticsSummary.Numbers v83 =
                evaluate(UltralyticsRule.V8_3, SmallEvaluation.input()).pose();
        assertThat(v83.map50()).isCloseTo(0.687857, within(1e-6));
        assertThat(v83.map()).isCloseTo(0.500730, within(1e-6));
        assertThat(v83.precision()).isCloseTo(0.539540, within(1e-6));
        assertThat(v83.f1()).isCloseTo(0.700910, within(1e-6));
        assertThat(evaluate(UltralyticsRule.V8_4, SmallEvaluation.input())
                        .pose()
                        .map())
                .isCloseTo(0.459286, within(1e-6));
    }

    @Test
    void peopleWithoutPointsCanOnlyBeMissed() {
        UltralyticsSummary everybody = new UltralyticsPoseMetric(
                        UltralyticsRule.V8_3, LabelPolicy.EVERYBODY, Skeletons.COCO_PERSON)
                .evaluate(labelledPictures(), ImageSizes.UNKNOWN, CancellationToken.NONE);
        UltralyticsSummary labelled = evaluate(UltralyticsRule.V8_3, labelledPictures());
        assertThat(everybody.pose().map()).isLessThan(labelled.pose().map());
    }

    @Test
    void withoutARightBoxEverythingIsZero() {
        EvaluationInput input = labelledPictures();
        DetectionSetBuilder builder = new DetectionSetBuilder(input.axes(), 17);
        int detection = builder.detection(1, 1, 0.9);
        builder.box(detection, 5000, 5000, 10, 10);
        for (int k = 0; k < 17; k++) {
            builder.point(
                    detection,
                    k,
                    input.truth().block(0).x(0, k),
                    input.truth().block(0).y(0, k));
        }
        EvaluationInput farBoxes = input.with(builder.build());
        assertThat(evaluate(UltralyticsRule.V8_3, farBoxes).pose()).isEqualTo(UltralyticsSummary.Numbers.ZERO);
        assertThat(evaluate(UltralyticsRule.V8_4, farBoxes).pose().map()).isPositive();
    }
}
