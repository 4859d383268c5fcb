package org.posewright.annotations.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.SmallEvaluation;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class ResultComparisonTest {

    private static final EvaluationParameters PARAMETERS = EvaluationParameters.coco(Skeletons.COCO_PERSON);

    private static Evaluation evaluate(EvaluationInput input) {
        return new KeypointEvaluator(PARAMETERS).evaluate(input, ProgressListener.NONE, CancellationToken.NONE);
    }

    /** The golden case with the best detection of the first picture moved away. */
    private static EvaluationInput worse() {
        EvaluationInput input = SmallEvaluation.input();
        DetectionBlock[] blocks = {
            input.detections().block(0),
            input.detections().block(1),
            input.detections().block(2)
        };
        double[] points = blocks[0].copyOfPoints();
        Arrays.fill(points, 0, 34, 3000);
        blocks[0] = blocks[0].withPoints(points);
        return input.with(input.detections().withBlocks(blocks));
    }

    @Test
    void weightsOfOneGiveCocosAp() {
        Evaluation evaluation = evaluate(SmallEvaluation.input());
        assertThat(evaluation
                        .matches()
                        .weightedAveragePrecision(evaluation.input().axes(), PARAMETERS, new int[] {1, 1, 1}))
                .isCloseTo(evaluation.summary().ap(), within(1e-12));
        assertThat(evaluation
                        .matches()
                        .weightedAveragePrecision(evaluation.input().axes(), PARAMETERS, new int[] {1, 1, 0}))
                .isCloseTo(0.527228, within(1e-6));
        assertThat(evaluation
                        .matches()
                        .weightedAveragePrecision(evaluation.input().axes(), PARAMETERS, new int[] {0, 0, 4}))
                .isEqualTo(-1);
    }

    @Test
    void aResultDiffersFromItselfByNothing() {
        Evaluation evaluation = evaluate(SmallEvaluation.input());
        ResultComparison comparison = ResultComparison.of(
                List.of(new NamedEvaluation("a", evaluation), new NamedEvaluation("b", evaluation)),
                BootstrapPlan.DEFAULT,
                ProgressListener.NONE,
                CancellationToken.NONE);
        assertThat(comparison.row("b").orElseThrow().difference()).isEqualTo(new Interval(0, 0, 0));
        Interval ap = comparison.row("a").orElseThrow().ap();
        assertThat(ap.low()).isLessThan(ap.value());
        assertThat(ap.high()).isGreaterThan(ap.value());
    }

    @Test
    void intervalsRepeatWithTheSeed() {
        List<NamedEvaluation> results = List.of(
                new NamedEvaluation("before", evaluate(SmallEvaluation.input())),
                new NamedEvaluation("after", evaluate(worse())));
        BootstrapPlan plan = new BootstrapPlan(100, 7, 0.9);
        ResultComparison first = ResultComparison.of(results, plan, ProgressListener.NONE, CancellationToken.NONE);
        assertThat(ResultComparison.of(results, plan, ProgressListener.NONE, CancellationToken.NONE))
                .isEqualTo(first);
        assertThat(first.rows().get(1).difference().value()).isNegative();
    }

    @Test
    void worstRegressionsComeFirst() {
        List<ImageChange> changes = ResultComparison.changes(SmallEvaluation.input(), worse(), PARAMETERS, 0);
        assertThat(changes.get(0).imageId()).isEqualTo(1);
        assertThat(changes.get(0).change()).isNegative();
        assertThat(changes.get(1).change()).isZero();
        assertThat(ResultComparison.changes(SmallEvaluation.input(), worse(), PARAMETERS, 0.99))
                .allMatch(change -> change.change() == 0 && change.oksAfter() == 0);
    }

    @Test
    void otherPicturesAreRefused() {
        List<NamedEvaluation> results = List.of(
                new NamedEvaluation("all", evaluate(SmallEvaluation.input())),
                new NamedEvaluation("some", evaluate(SmallEvaluation.input().restrictedTo(new long[] {1}))));
        assertThatThrownBy(() -> ResultComparison.of(
                        results, BootstrapPlan.DEFAULT, ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("some");
    }
}
