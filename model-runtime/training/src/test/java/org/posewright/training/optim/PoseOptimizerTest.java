package org.posewright.training.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.network.Torch;

/** Updates against the formulas of the papers, on two numbers. */
@SuppressWarnings("try")
class PoseOptimizerTest {

    private static final TrainingSchedule.Values VALUES = new TrainingSchedule.Values(0.5, 0.1, 0.9, 1);

    @Test
    void gradientDescentWithNesterovMomentum() {
        try (PointerScope scope = new PointerScope()) {
            Tensor weight = parameter(1f, 2f);
            OptimizerRule rule = new OptimizerRule(OptimizerKind.SGD, 0.1, 0.9, 0.01, 0);
            try (TensorBlock block = TensorBlock.gather(Map.of("a.conv.weight", weight));
                    Gradients gradients = new Gradients(block);
                    PoseOptimizer optimizer = new PoseOptimizer(rule, block, gradients)) {
                double w = 1;
                double velocity = 0;
                for (int i = 0; i < 3; i++) {
                    giveGradient(weight, 3);
                    optimizer.step(VALUES);
                    double g = 3 + 0.01 * w;
                    velocity = 0.9 * velocity + g;
                    w -= 0.1 * (g + 0.9 * velocity);
                    assertThat(Torch.toFloats(weight)[0]).isCloseTo((float) w, within(1e-5f));
                }
            }
        }
    }

    @Test
    void decoupledDecayTouchesWeightsOnly() {
        try (PointerScope scope = new PointerScope()) {
            Tensor weight = parameter(1f, 2f);
            Tensor bias = parameter(1f, 2f);
            OptimizerRule rule = new OptimizerRule(OptimizerKind.ADAMW, 0.1, 0.9, 0.1, 0);
            Map<String, Tensor> parameters = new LinkedHashMap<>();
            parameters.put("a.conv.weight", weight);
            parameters.put("a.bn.bias", bias);
            try (TensorBlock block = TensorBlock.gather(parameters);
                    Gradients gradients = new Gradients(block);
                    PoseOptimizer optimizer = new PoseOptimizer(rule, block, gradients)) {
                giveGradient(weight, 2);
                giveGradient(bias, 2);
                optimizer.step(VALUES);
                // The first Adam step has the length of the learning rate, whatever the gradient.
                assertThat(Torch.toFloats(weight)[0]).isCloseTo(1 - 0.1f * 0.1f - 0.1f, within(1e-5f));
                assertThat(Torch.toFloats(bias)[0]).isCloseTo(1 - 0.5f, within(1e-5f));
            }
        }
    }

    /** Against PyTorch 2.13 on the same gradients. */
    @ParameterizedTest
    @CsvSource({
        "SGD, 5.163085, -8.6381025, 0.2033134",
        "Adam, 0.974205, -2.4580014, 0.6577298",
        "AdamW, 0.970284, -2.4979403, 0.6570463",
        "Adamax, 0.9378454, -2.2603545, 0.6434994",
        "NAdam, 1.2761457, -2.5759716, 0.3476186",
        "RAdam, 0.5285707, -2.1458402, 0.6761587",
        "RMSProp, 1.8809347, -16.2084866, 2.8557987"
    })
    void everyKindMovesAsInPyTorch(String kind, float x, float y, float z) {
        OptimizerRule rule = new OptimizerRule(OptimizerKind.of(kind), 0.05, 0.9, 0.01, 0);
        TrainingSchedule.Values values = new TrainingSchedule.Values(0.5, 0.05, 0.9, 1);
        try (PointerScope scope = new PointerScope()) {
            Tensor weight = parameter(1f, -2f, 0.5f);
            try (TensorBlock block = TensorBlock.gather(Map.of("a.conv.weight", weight));
                    Gradients gradients = new Gradients(block);
                    PoseOptimizer optimizer = new PoseOptimizer(rule, block, gradients)) {
                for (int t = 0; t < 12; t++) {
                    float[] gradient = {3 - t, 0.5f * t, -1 + 0.25f * t};
                    weight.mutable_grad().copy_(Torch.floats(gradient, 3));
                    optimizer.step(values);
                }
                assertThat(Torch.toFloats(weight)).containsExactly(new float[] {x, y, z}, within(5e-6f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = OptimizerKind.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void aRestoredOptimizerGoesOnExactly(OptimizerKind kind) {
        try (PointerScope scope = new PointerScope()) {
            OptimizerRule rule = new OptimizerRule(kind, 0.1, 0.9, 0.1, 0);
            Tensor first = parameter(1f, 2f);
            try (TensorBlock block = TensorBlock.gather(Map.of("w", first));
                    Gradients gradients = new Gradients(block);
                    PoseOptimizer optimizer = new PoseOptimizer(rule, block, gradients)) {
                giveGradient(first, 2);
                optimizer.step(VALUES);
                Tensor second = Torch.of(Torch.data(first));
                second.set_requires_grad(true);
                try (TensorBlock copy = TensorBlock.gather(Map.of("w", second));
                        Gradients copied = new Gradients(copy);
                        PoseOptimizer resumed = new PoseOptimizer(rule, copy, copied)) {
                    resumed.restore(optimizer.state(), optimizer.steps());
                    giveGradient(first, -1);
                    giveGradient(second, -1);
                    optimizer.step(VALUES);
                    resumed.step(VALUES);
                    assertThat(Torch.toFloats(second)).isEqualTo(Torch.toFloats(first));
                }
            }
        }
    }

    @Test
    void clippingScalesAllGradientsTogether() {
        try (PointerScope scope = new PointerScope()) {
            Tensor a = parameter(0f, 0f);
            Tensor b = parameter(0f, 0f);
            Gradients gradients = new Gradients(TensorBlock.gather(Map.of("a", a, "b", b)));
            giveGradient(a, 3);
            giveGradient(b, 4);
            assertThat(gradients.clip(1)).isCloseTo(Math.sqrt(50), within(1e-5));
            assertThat(Torch.toFloats(a.grad())[0]).isCloseTo(3 / (float) Math.sqrt(50), within(1e-5f));
            Map<String, TensorData> kept = gradients.copy();
            gradients.zero();
            assertThat(Torch.toFloats(b.grad())[0]).isZero();
            gradients.restore(kept);
            assertThat(Torch.toFloats(b.grad())[0]).isCloseTo(4 / (float) Math.sqrt(50), within(1e-5f));
        }
    }

    private static Tensor parameter(float... values) {
        Tensor tensor = Torch.floats(values, values.length);
        tensor.set_requires_grad(true);
        return tensor;
    }

    private static void giveGradient(Tensor parameter, double slope) {
        parameter.mutable_grad().zero_();
        try (PointerScope scope = new PointerScope()) {
            Torch.times(parameter, slope).sum().backward();
        }
    }
}
