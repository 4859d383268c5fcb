package org.posewright.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The golden vector of the specification, section J.5: one 32 x 32 picture, two levels, two objects of two classes. */
@SuppressWarnings("try")
class PoseLossGoldenTest {

    private static final HeadLayout LAYOUT = new HeadLayout(16, 2, 3, 3);
    private static final double THIRD = 1.0 / 3;
    private static final BatchTargets TARGETS = new BatchTargets(
            1, 3, new int[] {0, 0}, new int[] {0, 1}, new float[] {0, 3, 25, 31, 6, 5, 27, 32}, new float[] {
                6, 7, 2, 20, 12, 1, 0, 0, 0, 14, 12, 2, 22, 16, 2, 18, 24, 1
            });

    private static final int[] STRIDES = {8, 16};

    private final Head head = new Head();

    @Test
    void lossItemsAgree() {
        try (PointerScope scope = new PointerScope()) {
            LossResult result = new PoseLoss(LAYOUT, new LossGains(1, 1, 1, 1, 1), new double[] {THIRD, THIRD, THIRD})
                    .evaluate(
                            boxes(head.level(0), head.level(1)),
                            classes(head.level(0), head.level(1)),
                            maps(head.keypoints()),
                            STRIDES,
                            TARGETS);
            LossItems items = result.items();
            assertThat(items.box()).isCloseTo(0.3409827, within(1e-5));
            assertThat(items.pose()).isCloseTo(0.3332926, within(1e-5));
            assertThat(items.keypointObjectness()).isCloseTo(0.9970602, within(1e-5));
            assertThat(items.classification()).isCloseTo(10.2960844, within(1e-4));
            assertThat(items.distribution()).isCloseTo(0.9690644, within(1e-5));
            assertThat(result.foregroundAnchors()).isEqualTo(12);
        }
    }

    @Test
    void gradientsOfTheTotalAgree() {
        try (PointerScope scope = new PointerScope()) {
            Tensor first = head.level(0);
            Tensor second = head.level(1);
            Tensor keypoints = head.keypoints();
            List.of(first, second, keypoints).forEach(t -> t.set_requires_grad(true));
            LossResult result = new PoseLoss(LAYOUT, LossGains.DEFAULT, new double[] {THIRD, THIRD, THIRD})
                    .evaluate(boxes(first, second), classes(first, second), maps(keypoints), STRIDES, TARGETS);
            assertThat(result.total().item_double()).isCloseTo(14.155581, within(1e-4));
            result.total().backward();
            assertThat(norm(first.grad().narrow(1, 0, 64))).isCloseTo(0.387950, within(1e-5));
            assertThat(norm(second.grad().narrow(1, 0, 64))).isCloseTo(0.508849, within(1e-5));
            assertThat(norm(first.grad().narrow(1, 64, 2))).isCloseTo(0.488260, within(1e-5));
            assertThat(norm(second.grad().narrow(1, 64, 2))).isCloseTo(0.262364, within(1e-5));
            assertThat(norm(keypoints.grad())).isCloseTo(1.497853, within(1e-5));
        }
    }

    @Test
    void assignerChoosesTheRecordedAnchors() {
        AnchorGrid grid = new AnchorGrid(new AnchorGrid.Level(4, 4, 8), new AnchorGrid.Level(2, 2, 16));
        Assignment assignment =
                new TaskAlignedAssigner(LAYOUT, grid, 16).assign(head.rows(0, 64), head.rows(64, 66), TARGETS, 0, 2);
        int[] anchors = {1, 5, 6, 8, 9, 10, 13, 14, 16, 17, 18, 19};
        int[] objects = {0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1};
        double[] scores = {
            0.00590743,
            0.0304003,
            0.728802,
            0.0930101,
            0.395363,
            0.111991,
            0.614814,
            0.00244192,
            0.0164085,
            0.000022326,
            0.662947,
            0.0120775
        };
        assertThat(assignment.size()).isEqualTo(anchors.length);
        for (int i = 0; i < anchors.length; i++) {
            assertThat(assignment.anchor(i)).isEqualTo(anchors[i]);
            assertThat(assignment.object(i)).isEqualTo(objects[i]);
            assertThat((double) assignment.score(i)).isCloseTo(scores[i], within(1e-5 * scores[i] + 1e-7));
        }
    }

    @Test
    void withoutVisibilityThereIsNoObjectness() {
        try (PointerScope scope = new PointerScope()) {
            Tensor all = head.keypoints().view(1, 3, 3, 20);
            Tensor positions = all.narrow(2, 0, 2).reshape(1, 6, 20);
            LossResult result = new PoseLoss(
                            new HeadLayout(16, 2, 3, 2), new LossGains(1, 1, 1, 1, 1), new double[] {THIRD, THIRD, THIRD
                            })
                    .evaluate(
                            boxes(head.level(0), head.level(1)),
                            classes(head.level(0), head.level(1)),
                            List.of(
                                    positions.narrow(2, 0, 16).reshape(1, 6, 4, 4),
                                    positions.narrow(2, 16, 4).reshape(1, 6, 2, 2)),
                            STRIDES,
                            TARGETS);
            assertThat(result.items().pose()).isCloseTo(0.3332926, within(1e-5));
            assertThat(result.items().keypointObjectness()).isZero();
        }
    }

    @Test
    void withoutLabelsOnlyTheClassLossRemains() {
        try (PointerScope scope = new PointerScope()) {
            BatchTargets none = new BatchTargets(1, 3, new int[0], new int[0], new float[0], new float[0]);
            LossResult result = new PoseLoss(LAYOUT, LossGains.DEFAULT, new double[] {THIRD, THIRD, THIRD})
                    .evaluate(
                            boxes(head.level(0), head.level(1)),
                            classes(head.level(0), head.level(1)),
                            maps(head.keypoints()),
                            STRIDES,
                            none);
            assertThat(result.foregroundAnchors()).isZero();
            assertThat(result.items().box()).isZero();
            assertThat(result.items().pose()).isZero();
            assertThat(result.items().classification()).isPositive();
            assertThat(result.total().item_double()).isCloseTo(result.items().classification(), within(1e-4));
        }
    }

    private static List<Tensor> boxes(Tensor first, Tensor second) {
        return List.of(first.narrow(1, 0, 64), second.narrow(1, 0, 64));
    }

    private static List<Tensor> classes(Tensor first, Tensor second) {
        return List.of(first.narrow(1, 64, 2), second.narrow(1, 64, 2));
    }

    private static List<Tensor> maps(Tensor keypoints) {
        return List.of(
                keypoints.narrow(2, 0, 16).reshape(1, 9, 4, 4),
                keypoints.narrow(2, 16, 4).reshape(1, 9, 2, 2));
    }

    private static double norm(Tensor tensor) {
        return tensor.norm().item_double();
    }

    /** The formulas of J.5 for the raw outputs. */
    private static final class Head {

        float[] rows(int from, int to) {
            float[] rows = new float[20 * (to - from)];
            int at = 0;
            for (int a = 0; a < 20; a++) {
                for (int channel = from; channel < to; channel++) {
                    rows[at++] = value(a, channel);
                }
            }
            return rows;
        }

        private static float value(int a, int channel) {
            if (channel >= 64) {
                return (float) ((5 * a + 6 * (channel - 64)) % 11 / 4.0 - 1.5);
            }
            int side = channel / 16;
            int bin = channel % 16;
            double d = 1 + (7 * a + 6 * side) % 9 / 4.0;
            return (float) (-1.5 * Math.abs(bin - (a >= 16 ? d / 2 : d)));
        }

        Tensor level(int number) {
            int first = number == 0 ? 0 : 16;
            int size = number == 0 ? 4 : 2;
            float[] values = new float[66 * size * size];
            for (int channel = 0; channel < 66; channel++) {
                for (int cell = 0; cell < size * size; cell++) {
                    values[channel * size * size + cell] = value(first + cell, channel);
                }
            }
            return Tensor.create(values, 1, 66, size, size);
        }

        Tensor keypoints() {
            float[] values = new float[9 * 20];
            for (int a = 0; a < 20; a++) {
                for (int k = 0; k < 3; k++) {
                    values[3 * k * 20 + a] = (float) ((5 * a + 3 * k) % 9 / 8.0 - 0.5);
                    values[(3 * k + 1) * 20 + a] = (float) ((5 * a + 3 * k + 2) % 9 / 8.0 - 0.5);
                    values[(3 * k + 2) * 20 + a] = (2 * a + k) % 5 - 2;
                }
            }
            return Tensor.create(values, 1, 9, 20);
        }
    }
}
