package org.posewright.training.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Rates that the reference logs, recorded in the specification. */
class TrainingScheduleTest {

    @Test
    void aShortRunNeverLeavesWarmUp() {
        OptimizerRule rule = OptimizerRule.of(OptimizerSettings.DEFAULT, 14, 8, 10, 1);
        assertThat(rule.kind()).isEqualTo(OptimizerKind.ADAMW);
        assertThat(rule.learningRate()).isEqualTo(0.002);
        assertThat(rule.weightDecay()).isEqualTo(0.0005);
        TrainingSchedule schedule = new TrainingSchedule(OptimizerSettings.DEFAULT, rule, 10, 2, 8);
        double[] logged = {
            2e-05, 5.406e-05, 8.02e-05, 9.842e-05, 0.00010872, 0.0001111, 0.00010556, 9.21e-05, 7.072e-05, 4.142e-05
        };
        for (int epoch = 0; epoch < 10; epoch++) {
            TrainingSchedule.Values last = schedule.at(epoch, 2L * epoch + 1);
            assertThat(last.biasRate()).isCloseTo(logged[epoch], within(1e-10));
            assertThat(last.weightRate()).isCloseTo(logged[epoch], within(1e-10));
        }
    }

    @Test
    void manyIterationsChooseGradientDescent() {
        OptimizerRule rule = OptimizerRule.of(OptimizerSettings.DEFAULT, 118_287, 16, 100, 1);
        assertThat(rule.kind()).isEqualTo(OptimizerKind.SGD);
        assertThat(rule.learningRate()).isEqualTo(0.01);
        assertThat(rule.momentum()).isEqualTo(0.9);
        assertThat(rule.warmupBiasLr()).isZero();
    }

    @Test
    void gradientsAccumulateToTheNominalBatch() {
        OptimizerRule rule = OptimizerRule.of(OptimizerSettings.DEFAULT, 1000, 8, 10, 1);
        TrainingSchedule schedule = new TrainingSchedule(OptimizerSettings.DEFAULT, rule, 10, 125, 8);
        assertThat(schedule.at(0, 0).accumulate()).isEqualTo(1);
        assertThat(schedule.at(1, 187).accumulate()).isEqualTo(4);
        assertThat(schedule.at(9, 1200).accumulate()).isEqualTo(8);
        assertThat(schedule.at(9, 1200).momentum()).isEqualTo(0.937);
    }

    @Test
    void theCosineEndsAtItsFraction() {
        OptimizerSettings cosine = new OptimizerSettings(OptimizerKind.SGD, 0.01, 0.1, true, 0.937, 0, 0, 0.8, 0.1, 64);
        OptimizerRule rule = OptimizerRule.of(cosine, 100, 16, 10, 1);
        TrainingSchedule schedule = new TrainingSchedule(cosine, rule, 10, 7, 16);
        assertThat(schedule.factor(0)).isEqualTo(1);
        assertThat(schedule.factor(5)).isCloseTo(0.55, within(1e-12));
        assertThat(schedule.factor(10)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.warmupBatches()).isEqualTo(-1);
        assertThat(schedule.at(0, 0).weightRate()).isEqualTo(0.01);
    }

    @Test
    void theAverageFollowsQuicklyAtFirst() {
        assertThat(WeightAverage.decay(1)).isCloseTo(0.0005, within(1e-5));
        assertThat(WeightAverage.decay(100)).isCloseTo(0.0488, within(1e-4));
        assertThat(WeightAverage.decay(10_000)).isCloseTo(0.9932, within(1e-4));
    }
}
