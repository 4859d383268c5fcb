package org.posewright.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.training.OnnxRun;
import org.posewright.training.SharedData;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.TransferReport;
import org.posewright.training.checkpoint.pt.PtReader;

/** Our network with the official weights against the official export in ONNX Runtime, on the same pixels. */
class ReferenceParityTest {
    private static final int SIDE = 640;
    private static final int ANCHORS = 8400;
    private static final float PIXELS = 0.01f;
    private static final float SCORE = 1e-4f;

    @BeforeAll
    static void startTorch() {
        // One thread: on a busy machine the threads of one operation wait for one another by spinning.
        TorchRuntime.start(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yolo11n-pose.pt", "yolo11n-pose-bncal.pt"})
    void forwardEqualsTheExportedModel(String model) throws Exception {
        Checkpoint checkpoint = PtReader.read(SharedData.file("models/" + model));
        float[] image = SharedData.batchImages(1, 1);
        float[] expected = onnx(SharedData.file("models/yolo11n-pose.onnx"), image);

        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(checkpoint.spec(), 1)) {
            TransferReport report = network.load(checkpoint.weights());
            assertThat(report.transferred()).isEqualTo(541);
            assertThat(report.unused()).isEmpty();
            assertThat(report.normalisationFolded()).isFalse();

            assertSame(Torch.toFloats(network.predict(Torch.floats(image, 1, 3, SIDE, SIDE))), expected);
        }
    }

    @Test
    void fusedForwardEqualsTheExportedModel() throws Exception {
        Checkpoint checkpoint = PtReader.read(SharedData.file("models/yolo11n-pose.pt"));
        float[] image = SharedData.batchImages(2, 1);
        float[] expected = onnx(SharedData.file("models/yolo11n-pose.onnx"), image);

        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.createFused(checkpoint.spec(), 1)) {
            assertThat(network.load(checkpoint.weights()).complete()).isTrue();
            assertSame(Torch.toFloats(network.predict(Torch.floats(image, 1, 3, SIDE, SIDE))), expected);
        }
    }

    private static void assertSame(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            int row = i / ANCHORS;
            boolean probability = row == 4 || row > 4 && (row - 5) % 3 == 2;
            float tolerance = probability ? SCORE : PIXELS;
            if (Math.abs(actual[i] - expected[i]) > tolerance) {
                assertThat(actual[i])
                        .as("row %d, anchor %d", row, i % ANCHORS)
                        .isEqualTo(expected[i], within(tolerance));
            }
        }
    }

    private static float[] onnx(Path model, float[] image) throws OrtException {
        return OnnxRun.of(model, image, 1, 3, SIDE, SIDE).values();
    }
}
