package org.posewright.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.graph.ParameterSpec;

class SpecInferenceTest {
    @ParameterizedTest
    @CsvSource({
        "V8, N, 1, 17, 3", "V8, S, 2, 5, 2", "V8, M, 1, 17, 3", "V8, L, 1, 17, 3", "V8, X, 1, 4, 2",
        "V11, N, 1, 17, 3", "V11, S, 80, 21, 2", "V11, M, 1, 17, 3", "V11, L, 1, 17, 3", "V11, X, 1, 17, 3",
    })
    void everyNetworkIsRecognisedByItsShapes(
            ModelFamily family, ModelScale scale, int classes, int keypoints, int dimensions) {
        NetworkSpec spec = new NetworkSpec(family, scale, classes, keypoints, dimensions);
        int[] shape = {keypoints, dimensions};

        assertThat(SpecInference.infer(hollow(NetworkInventory.of(spec)), shape))
                .contains(spec);
        assertThat(SpecInference.infer(hollow(NetworkInventory.of(spec, true)), shape))
                .contains(spec);
    }

    @Test
    void withoutASettingThreeValuesAKeypointAreAssumedWherePossible() {
        NetworkSpec hand = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 10, 2);
        assertThat(SpecInference.infer(hollow(NetworkInventory.of(hand)), null)).contains(hand);
        NetworkSpec ambiguous = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 21, 2);
        assertThat(SpecInference.infer(hollow(NetworkInventory.of(ambiguous)), null))
                .contains(ambiguous.withHead(1, 14, 3));
    }

    @Test
    void aSettingThatContradictsTheWeightsIsNotBelieved() {
        NetworkSpec spec = NetworkSpec.coco(ModelFamily.V11, ModelScale.N);
        assertThat(SpecInference.infer(hollow(NetworkInventory.of(spec)), new int[] {18, 3}))
                .isEmpty();
        assertThat(SpecInference.infer(hollow(NetworkInventory.of(spec)), new int[] {-17, -3}))
                .isEmpty();
    }

    @Test
    void otherNetworksAreNotRecognised() {
        Map<String, TensorData> tensors =
                new LinkedHashMap<>(hollow(NetworkInventory.of(NetworkSpec.coco(ModelFamily.V11, ModelScale.N)))
                        .asMap());
        tensors.put("model.5.conv.weight", TensorData.ofFloats(new float[8], 8));
        assertThat(SpecInference.infer(new NamedTensors(tensors), null)).isEmpty();
        assertThat(SpecInference.infer(new NamedTensors(Map.of()), null)).isEmpty();
    }

    /** Names and shapes with one byte an element: recognition looks at nothing else. */
    private static NamedTensors hollow(NetworkInventory inventory) {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        for (ParameterSpec entry : inventory.entries().values()) {
            int[] shape = entry.shape().stream().mapToInt(Integer::intValue).toArray();
            tensors.put(entry.name(), TensorData.ofBytes(ElementType.INT8, shape, new byte[entry.elements()]));
        }
        return new NamedTensors(tensors);
    }
}
