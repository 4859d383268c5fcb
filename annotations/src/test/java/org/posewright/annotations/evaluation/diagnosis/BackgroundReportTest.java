package org.posewright.annotations.evaluation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.DetectionSetBuilder;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.GroundTruthSet;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.SmallEvaluation;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class BackgroundReportTest {

    private static BackgroundReport report(EvaluationInput input) {
        Evaluation evaluation = new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON))
                .evaluate(input, ProgressListener.NONE, CancellationToken.NONE);
        return BackgroundReport.of(evaluation, DiagnosisRule.ALL_SIZES, CancellationToken.NONE);
    }

    private static EvaluationInput people(int[] labelled, double[] area, double[] x) {
        EvaluationAxes axes = new EvaluationAxes(LongStream.of(1), LongStream.of(1));
        GroundTruthSet.Builder truth = new GroundTruthSet.Builder(axes, 17);
        GroundTruthBlock.Builder block = truth.at(0, 0);
        for (int i = 0; i < labelled.length; i++) {
            int person = block.person(i + 1, area[i], false, false);
            block.box(person, x[i], 0, 100, 100);
            for (int k = 0; k < labelled[i]; k++) {
                block.point(person, k, x[i] + k, 50, true);
            }
        }
        return new EvaluationInput(truth.build(), new DetectionSetBuilder(axes, 17).build());
    }

    private static long[] counts(java.util.List<BackgroundReport.Group> groups) {
        return groups.stream().mapToLong(BackgroundReport.Group::people).toArray();
    }

    @Test
    void theGoldenCaseAtEveryThreshold() {
        BackgroundReport report = report(SmallEvaluation.input());
        // Only detection 3 (a double) and 9 (on an empty picture) mean nobody at 0.5; at 0.95 one of four people is
        // found.
        assertThat(report.falsePositives().get(0)).isEqualTo(2);
        assertThat(report.falseNegatives().get(0)).isZero();
        assertThat(report.falsePositives().get(9)).isEqualTo(5);
        assertThat(report.falseNegatives().get(9)).isEqualTo(3);
        assertThat(counts(report.byLabelledPoints())).containsExactly(0, 1, 0, 3);
        assertThat(report.byLabelledPoints().stream()
                        .mapToLong(BackgroundReport.Group::missed)
                        .sum())
                .isEqualTo(report.falseNegatives().get(5));
        assertThat(report.bySize().stream()
                        .mapToLong(BackgroundReport.Group::falsePositives)
                        .sum())
                .isEqualTo(report.falsePositives().get(5));
    }

    @Test
    void bordersOfLabelledPointsAndSizes() {
        BackgroundReport report = report(people(
                new int[] {5, 6, 10, 11, 15, 16},
                new double[] {1024, 1024.5, 4096, 9216, 16384, 16385},
                new double[] {0, 200, 400, 600, 800, 1000}));
        assertThat(counts(report.byLabelledPoints())).containsExactly(1, 2, 2, 1);
        assertThat(counts(report.bySize())).containsExactly(1, 2, 1, 1, 1);
        assertThat(report.byLabelledPoints())
                .extracting(BackgroundReport.Group::rangeText)
                .containsExactly("1–5", "6–10", "11–15", "16–17");
        assertThat(report.byLabelledPoints()).allMatch(group -> group.recall() == 0 && group.falsePositives() == -1);
    }

    @Test
    void overlapCountsOtherBoxesAboveATenth() {
        // IoU of 100-pixel boxes d apart: (100 - d) / (100 + d); 81 gives 0.105, 82 gives 0.0989.
        BackgroundReport report = report(
                people(new int[] {3, 3, 3, 3}, new double[] {5000, 5000, 5000, 5000}, new double[] {0, 81, 163, 500}));
        assertThat(counts(report.byOverlap())).containsExactly(2, 2, 0, 0);
        assertThat(report.byOverlap().get(3).rangeText()).isEqualTo("≥ 9");
    }
}
