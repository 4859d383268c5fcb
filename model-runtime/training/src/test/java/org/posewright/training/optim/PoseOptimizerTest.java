package org.posewright.training.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
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

    @Test
    void aRestoredOptimizerGoesOnExactly() {
        try (PointerScope scope = new PointerScope()) {
            OptimizerRule rule = new OptimizerRule(OptimizerKind.ADAM, 0.1, 0.9, 0.1, 0);
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
