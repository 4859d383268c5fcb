package org.posewright.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.TensorData;

class TorchRuntimeTest {
    @Test
    void startingReportsWhatIsThere() {
        TorchRuntime runtime = TorchRuntime.start(1);

        assertThat(runtime.threads()).isEqualTo(1);
        assertThat(runtime.vectorLevel()).isNotBlank();
        assertThat(TorchRuntime.whyUnavailable()).isEmpty();
    }

    @Test
    void aMissingNativeIsExplainedWithItsRemedy() {
        TorchUnavailableException missing = TorchUnavailableException.because(new UnsatisfiedLinkError("no jnitorch"));

        assertThat(missing).hasMessageContaining("no jnitorch").hasMessageContaining("install the distribution");
        assertThat(TorchUnavailableException.because(new NoClassDefFoundError()))
                .hasMessageContaining("NoClassDefFoundError");
    }

    @Test
    void processorFlagsTellBfloat16() {
        assertThat(Bfloat16Support.namesBfloat16("flags\t\t: fpu avx512f avx512_bf16 avx512vl"))
                .isTrue();
        assertThat(Bfloat16Support.namesBfloat16("flags\t\t: fpu amx_tile amx_bf16"))
                .isTrue();
        assertThat(Bfloat16Support.namesBfloat16("flags\t\t: fpu avx512f avx2")).isFalse();
        assertThat(Bfloat16Support.namesBfloat16("model name : avx512_bf16 wonder"))
                .isFalse();
    }

    @Test
    void tensorsOfEveryTypeCrossUnchanged() {
        TorchRuntime.start(1);
        try (PointerScope scope = new PointerScope()) {
            for (ElementType type : ElementType.values()) {
                byte[] bytes = new byte[6 * type.bytes()];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) (type == ElementType.BOOL ? i % 2 : i + 1);
                }
                TensorData data = TensorData.ofBytes(type, new int[] {3, 2}, bytes);
                assertThat(Torch.data(Torch.of(data))).isEqualTo(data);
            }
            assertThat(Torch.data(Torch.of(TensorData.scalar(-7)))).isEqualTo(TensorData.scalar(-7));
        }
    }

    @Test
    void aViewIsCopiedInRowMajorOrder() {
        TorchRuntime.start(1);
        try (PointerScope scope = new PointerScope()) {
            Tensor turned = Torch.floats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).transpose(0, 1);
            assertThat(Torch.toFloats(turned)).containsExactly(1, 4, 2, 5, 3, 6);
            assertThat(Torch.data(turned).shape()).containsExactly(3, 2);
        }
    }

    @Test
    void keptTensorsOutliveTheirScopeAndScopedResultsLand() {
        TorchRuntime.start(1);
        Tensor kept;
        try (PointerScope scope = new PointerScope()) {
            kept = Torch.keep(Torch.floats(new float[] {1, 2}, 2));
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor doubled = Torch.scoped(() -> Torch.plus(Torch.times(kept, 2), 1));
            assertThat(Torch.toFloats(doubled)).containsExactly(3, 5);
            assertThat(Torch.toFloats(kept)).containsExactly(1, 2);
        }
        Torch.free(kept);
        assertThat(kept.isNull()).isTrue();
    }

    @Test
    void aCardThatIsNotThereIsAskedForInVain() {
        assertThatThrownBy(() -> TorchRuntime.start(1, "cuda:77"))
                .isInstanceOf(TorchUnavailableException.class)
                .hasMessageContaining("device=cuda:77")
                .hasMessageContaining("use device=cpu");
        assertThat(Torch.home()).isEqualTo(TorchDevice.PROCESSOR);
    }
}
