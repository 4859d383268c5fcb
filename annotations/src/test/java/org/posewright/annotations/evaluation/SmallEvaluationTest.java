package org.posewright.annotations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** The specification's golden values of a case that a person can follow by hand. */
class SmallEvaluationTest {

    private final KeypointEvaluator evaluator = new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON));

    private Evaluation evaluate(EvaluationInput input) {
        return evaluator.evaluate(input, ProgressListener.NONE, CancellationToken.NONE);
    }

    private static void expect(CocoSummary summary, List<Double> numbers) {
        List<Double> actual = List.copyOf(summary.byName().values());
        for (int i = 0; i < 10; i++) {
            assertThat(actual.get(i)).as("number %d", i).isCloseTo(numbers.get(i), within(1e-6));
        }
    }

    @Test
    void allPictures() {
        expect(
                evaluate(SmallEvaluation.input()).summary(),
                List.of(0.475248, 0.752475, 0.554455, 0.650495, 0.529703, 0.625, 1.0, 0.75, 0.7, 0.55));
    }

    @Test
    void aPictureLeftOutTakesItsFalsePositivesWithIt() {
        expect(
                evaluate(SmallEvaluation.input().restrictedTo(new long[] {2, 1, 2}))
                        .summary(),
                List.of(0.527228, 0.851485, 0.628713, 0.650495, 0.537954, 0.625, 1.0, 0.75, 0.7, 0.55));
    }

    @Test
    void restrictionToAnUnknownPictureIsRefused() {
        assertThatThrownBy(() -> SmallEvaluation.input().restrictedTo(new long[] {1, 99}))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("99");
    }

    @Test
    void matchesAtHalf() {
        MatchTable first = evaluate(SmallEvaluation.input()).matchTable(0, 0, AreaRange.ALL);
        assertThat(first.detections().id(2)).isEqualTo(2);
        assertThat(first.matchedPerson()[0]).containsExactly(0, -1, 1, 2);
        assertThat(first.detectionIgnored()[0]).containsExactly(false, false, false, true);
        assertThat(first.similarities()[1][0]).isCloseTo(0.6327212, within(1e-7));
        MatchTable second = evaluate(SmallEvaluation.input()).matchTable(1, 0, AreaRange.ALL);
        assertThat(second.matchedPerson()[0]).containsExactly(0, 2, 1, 2);
    }

    @Test
    void withoutDetectionsEveryNumberWithPeopleIsZero() {
        EvaluationInput input = SmallEvaluation.input();
        EvaluationInput none = input.with(new DetectionSetBuilder(input.axes(), 17).build());
        expect(evaluate(none).summary(), List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
    }

    @Test
    void reevaluationOfATouchedPictureEqualsAFullOne() {
        EvaluationInput input = SmallEvaluation.input();
        Evaluation before = evaluate(input);
        GroundTruthBlock edited = input.truth().block(1).ignoring(new boolean[] {true, false, false});
        GroundTruthSet truth = input.truth().with(1, edited);
        Evaluation again = evaluator.reevaluate(before, truth, List.of(2L));
        assertThat(again.summary()).isEqualTo(evaluate(input.with(truth)).summary());
        assertThat(again.summary()).isNotEqualTo(before.summary());
        assertThat(before.summary()).isEqualTo(evaluate(input).summary());
    }

    @Test
    void aDetectionWithoutBoxAmongOthersWithIsRefused() {
        EvaluationInput input = SmallEvaluation.input();
        DetectionSetBuilder builder = new DetectionSetBuilder(input.axes(), 17);
        builder.box(builder.detection(1, 1, 0.5), 1, 2, 3, 4);
        builder.detection(1, 1, 0.4);
        assertThatThrownBy(builder::build)
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("result 2");
    }
}
