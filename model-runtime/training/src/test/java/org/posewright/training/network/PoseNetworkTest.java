package org.posewright.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posewright.training.checkpoint.BatchNormFolding;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.TransferReport;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkSpec;

class PoseNetworkTest {
    private static final int SIDE = 64;

    @BeforeAll
    static void startTorch() {
        // One thread: on a busy machine the threads of one operation wait for one another by spinning.
        TorchRuntime.start(1);
    }

    @ParameterizedTest
    @EnumSource(ModelFamily.class)
    void headMapsHaveTheReferencesShapes(ModelFamily family) {
        NetworkSpec spec = new NetworkSpec(family, ModelScale.N, 2, 5, 2);
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(spec, 1)) {
            HeadMaps<Tensor> maps = network.forward(image(2, SIDE, 96));

            assertThat(maps.levels()).isEqualTo(3);
            assertThat(maps.boxes().get(0).shape()).containsExactly(2, 64, 8, 12);
            assertThat(maps.classes().get(1).shape()).containsExactly(2, 2, 4, 6);
            assertThat(maps.keypoints().get(2).shape()).containsExactly(2, 10, 2, 3);
            assertThat(network.predict(image(2, SIDE, 96)).shape()).containsExactly(2, 16, 126);
        }
    }

    @Test
    void aHeadOfBiasesOnlyPredictsItsPrior() {
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(NetworkSpec.coco(ModelFamily.V11, ModelScale.N), 1)) {
            network.load(zeroHeadKernels(network.state()));

            float[] output = Torch.toFloats(network.predict(image(1, SIDE, SIDE)));

            int anchors = 84;
            int anchor = 8 + 3;
            assertThat(output[4 * anchors + anchor]).isEqualTo(0.000780640f, within(1e-8f));
            assertThat(output[anchor]).isEqualTo(3.5f * 8, within(1e-4f));
            assertThat(output[anchors + anchor]).isEqualTo(1.5f * 8, within(1e-4f));
            assertThat(output[2 * anchors + anchor]).isEqualTo(15 * 8f, within(1e-3f));
            assertThat(output[5 * anchors + anchor]).isEqualTo(3 * 8f, within(1e-5f));
            assertThat(output[6 * anchors + anchor]).isEqualTo(8f, within(1e-5f));
            assertThat(output[7 * anchors + anchor]).isEqualTo(0.5f, within(1e-6f));
        }
    }

    @Test
    void foldedAndUnfoldedNetworksAgree() {
        NetworkSpec spec = NetworkSpec.coco(ModelFamily.V11, ModelScale.N);
        try (PointerScope scope = new PointerScope();
                PoseNetwork plain = PoseNetwork.create(spec, 3);
                PoseNetwork fused = PoseNetwork.createFused(spec, 4)) {
            plain.setNormMode(NormMode.BATCH);
            plain.forward(image(2, SIDE, SIDE));
            NamedTensors folded = BatchNormFolding.fold(spec, plain.state());

            assertThat(fused.load(folded).complete()).isTrue();
            float[] expected = Torch.toFloats(plain.predict(image(1, SIDE, SIDE)));
            assertClose(Torch.toFloats(fused.predict(image(1, SIDE, SIDE))), expected, 2e-3f);

            TransferReport report = fused.load(plain.state());
            assertThat(report.complete()).isTrue();
            assertClose(Torch.toFloats(fused.predict(image(1, SIDE, SIDE))), expected, 2e-3f);

            TransferReport back = plain.load(folded);
            assertThat(back.normalisationFolded()).isTrue();
            assertThat(back.complete()).isTrue();
            assertThat(back.unused()).isEmpty();
            assertClose(Torch.toFloats(plain.predict(image(1, SIDE, SIDE))), expected, 2e-3f);
        }
    }

    @Test
    void runningStatisticsMoveOnlyWithBatchNormalisation() {
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(NetworkSpec.coco(ModelFamily.V11, ModelScale.N), 1)) {
            NamedTensors before = network.state();
            network.forward(image(2, SIDE, SIDE));
            assertThat(network.state()).isEqualTo(before);

            network.setNormMode(NormMode.BATCH);
            network.forward(image(2, SIDE, SIDE));
            NamedTensors after = network.state();
            assertThat(after.get("model.0.bn.running_mean")).isNotEqualTo(before.get("model.0.bn.running_mean"));
            assertThat(after.get("model.0.bn.num_batches_tracked").longs()).containsExactly(1);
            assertThat(after.get("model.0.conv.weight")).isEqualTo(before.get("model.0.conv.weight"));
        }
    }

    @Test
    void gradientsReachEveryTrainableParameterAndNothingElse() {
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(NetworkSpec.coco(ModelFamily.V11, ModelScale.N), 1)) {
            network.setNormMode(NormMode.BATCH);
            HeadMaps<Tensor> maps = network.forward(image(2, SIDE, SIDE));
            Tensor total = PoseDecoding.flatten(maps.boxes())
                    .sum()
                    .add(PoseDecoding.flatten(maps.classes()).sum())
                    .add(PoseDecoding.flatten(maps.keypoints()).sum());
            total.backward();

            network.parameters()
                    .forEach((name, tensor) ->
                            assertThat(tensor.grad().defined()).as(name).isTrue());
            network.buffers()
                    .forEach((name, tensor) ->
                            assertThat(tensor.requires_grad()).as(name).isFalse());
        }
    }

    @Test
    void anotherSkeletonKeepsWhatFitsAndNamesTheRest() {
        NetworkSpec coco = NetworkSpec.coco(ModelFamily.V11, ModelScale.N);
        try (PointerScope scope = new PointerScope();
                PoseNetwork source = PoseNetwork.create(coco, 1);
                PoseNetwork target = PoseNetwork.create(coco.withHead(1, 21, 2), 2)) {
            NamedTensors before = target.state();
            TransferReport report = target.load(source.state());

            assertThat(report.madeAnew()).isNotEmpty().allMatch(name -> name.startsWith("model.23.cv4."));
            assertThat(report.transferred()).isEqualTo(541 - report.madeAnew().size());
            assertThat(target.state().get("model.22.cv2.conv.weight"))
                    .isEqualTo(source.state().get("model.22.cv2.conv.weight"));
            String anew = "model.23.cv4.0.0.conv.weight";
            assertThat(report.madeAnew()).contains(anew);
            assertThat(target.state().get(anew)).isEqualTo(before.get(anew));
            assertThat(report.summary()).contains(anew);
        }
    }

    @Test
    void theSameSeedMakesTheSameNetwork() {
        NetworkSpec spec = NetworkSpec.coco(ModelFamily.V8, ModelScale.N);
        try (PointerScope scope = new PointerScope();
                PoseNetwork one = PoseNetwork.create(spec, 7);
                PoseNetwork same = PoseNetwork.create(spec, 7);
                PoseNetwork other = PoseNetwork.create(spec, 8)) {
            assertThat(one.state()).isEqualTo(same.state()).isNotEqualTo(other.state());
        }
    }

    private static NamedTensors zeroHeadKernels(NamedTensors state) {
        Map<String, TensorData> changed = new LinkedHashMap<>(state.asMap());
        changed.replaceAll((name, tensor) -> name.matches("model\\.23\\.cv[234]\\.\\d\\.2\\.weight")
                        || name.matches("model\\.23\\.cv4\\.\\d\\.2\\.bias")
                ? TensorData.ofFloats(new float[tensor.elements()], tensor.shape())
                : tensor);
        return new NamedTensors(changed);
    }

    private static void assertClose(float[] actual, float[] expected, float tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("element %d", i).isEqualTo(expected[i], within(tolerance));
        }
    }

    /** A smooth pattern; enough that every layer sees something else than a constant. */
    private static Tensor image(int batch, int height, int width) {
        float[] values = new float[batch * 3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + 0.5 * Math.sin(i * 0.37));
        }
        return Torch.floats(values, batch, 3, height, width);
    }
}
