package org.posewright.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.training.OnnxRun;
import org.posewright.training.checkpoint.BatchNormFolding;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.checkpoint.onnx.OnnxReader;
import org.posewright.training.checkpoint.onnx.OnnxWriter;
import org.posewright.training.checkpoint.pt.PtWriter;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.network.NormMode;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.network.Torch;
import org.posewright.training.network.TorchRuntime;

class OnnxExportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @BeforeAll
    static void startTorch() {
        // One thread: on a busy machine the threads of one operation wait for one another by spinning.
        TorchRuntime.start(1);
    }

    @ParameterizedTest
    @CsvSource({
        "V11, N, 1, 3, 3, false",
        "V11, N, 3, 4, 2, true",
        "V8, N, 2, 5, 2, false",
        "V8, N, 1, 3, 3, true",
        "V11, M, 1, 3, 3, true",
    })
    void theExportComputesWhatTheNetworkComputes(
            ModelFamily family, ModelScale scale, int classes, int keypoints, int dimensions, boolean dynamic)
            throws Exception {
        NetworkSpec spec = new NetworkSpec(family, scale, classes, keypoints, dimensions);
        Path file = folder.resolve("model.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = livelyNetwork(spec)) {
            Checkpoint checkpoint = Checkpoint.of(spec, network.state(), info(classes));
            new OnnxWriter(CLOCK).write(file, checkpoint, new OnnxExportOptions(64, 96, dynamic, false));

            assertSameOutput(file, network, 1, 64, 96);
            if (dynamic) {
                assertSameOutput(file, network, 2, 96, 32);
                assertSameOutput(file, network, 3, 64, 64);
            }
        }
    }

    @Test
    void weightsCanBeStoredInHalfPrecisionAndComputedWithInSingle() throws Exception {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 3, 3);
        Path file = folder.resolve("stored.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = livelyNetwork(spec)) {
            Checkpoint checkpoint = Checkpoint.of(spec, network.state(), info(1));
            new OnnxWriter(CLOCK)
                    .write(file, checkpoint, OnnxExportOptions.square(64).withHalfWeights());
        }
        Path single = folder.resolve("single.onnx");
        // Reading takes the halves as they are, so both files hold the same numbers.
        new OnnxWriter(CLOCK).write(single, OnnxReader.read(file), OnnxExportOptions.square(64));

        float[] image = image(1, 64, 64);
        assertThat(Files.size(file)).isLessThan(Files.size(single) * 6 / 10);
        assertThat(OnnxRun.of(file, image, 1, 3, 64, 64).values())
                .isEqualTo(OnnxRun.of(single, image, 1, 3, 64, 64).values());
    }

    @Test
    void aHalfExportTakesAndGivesHalves() throws Exception {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 3, 3);
        Path file = folder.resolve("half.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = livelyNetwork(spec)) {
            Checkpoint checkpoint = Checkpoint.of(spec, network.state(), info(1));
            new OnnxWriter(CLOCK).write(file, checkpoint, new OnnxExportOptions(64, 64, true, true));
        }
        Path single = folder.resolve("single.onnx");
        Checkpoint back = OnnxReader.read(file);
        new OnnxWriter(CLOCK).write(single, back, OnnxExportOptions.square(64));

        float[] image = image(1, 64, 64);
        assertThat(Files.size(file)).isLessThan(Files.size(single) * 6 / 10);
        OrtEnvironment environment = OnnxRun.environment();
        try (OrtSession session = environment.createSession(file.toString())) {
            TensorInfo input = (TensorInfo) session.getInputInfo().get("images").getInfo();
            TensorInfo output =
                    (TensorInfo) session.getOutputInfo().get("output0").getInfo();
            assertThat(input.type).isEqualTo(ai.onnxruntime.OnnxJavaType.FLOAT16);
            assertThat(output.type).isEqualTo(ai.onnxruntime.OnnxJavaType.FLOAT16);
            float[] expected = OnnxRun.of(single, image, 1, 3, 64, 64).values();
            float[] actual = OnnxRun.half(session, image, 1, 3, 64, 64).values();
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(0.3f));
            }
        }
    }

    @Test
    void aModelWrittenByUsIsReadBack() {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V8, ModelScale.N, 2, 5, 2);
        Path file = folder.resolve("model.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = livelyNetwork(spec)) {
            NamedTensors state = network.state();
            CheckpointInfo info = info(2).withText("license", "AGPL-3.0").withText("version", "8.3.59");
            new OnnxWriter(CLOCK).write(file, Checkpoint.of(spec, state, info), OnnxExportOptions.square(64));

            Checkpoint back = OnnxReader.read(file);

            assertThat(back.spec()).isEqualTo(spec);
            assertThat(back.weights().asMap())
                    .isEqualTo(BatchNormFolding.fold(spec, state).asMap());
            assertThat(back.info().classNames()).isEqualTo(info.classNames());
            assertThat(back.info().texts())
                    .containsEntry("license", "AGPL-3.0")
                    .containsEntry("version", "8.3.59")
                    .containsEntry("date", "2026-01-02T03:04:05");
        }
    }

    @Test
    void metadataIsWhatTheReferenceWrites() throws Exception {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 2, 5, 2);
        Path file = folder.resolve("model.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(spec, 1)) {
            CheckpointInfo info = new CheckpointInfo(
                    Map.of(0, "it's", 1, "a \"b\" 'c'\\"), -1, Map.of("data", "/data/hands.yaml"), Map.of(), List.of());
            new OnnxWriter(CLOCK)
                    .write(
                            file,
                            Checkpoint.of(spec, network.state(), info),
                            new OnnxExportOptions(64, 96, true, false));
        }
        try (OrtSession session = OnnxRun.environment().createSession(file.toString())) {
            Map<String, String> props = session.getMetadata().getCustomMetadata();
            assertThat(props)
                    .containsEntry("description", "Posewright YOLO11n-pose model trained on hands.yaml")
                    .containsEntry("stride", "32")
                    .containsEntry("task", "pose")
                    .containsEntry("imgsz", "[64, 96]")
                    .containsEntry("kpt_shape", "[5, 2]")
                    .containsEntry("batch", "1")
                    .containsEntry(
                            "args", "{'batch': 1, 'half': False, 'dynamic': True, 'simplify': False, 'opset': 17}");
            assertThat(props.get("names")).contains("0: \"it's\"").contains("1: 'a \"b\" \\'c\\'\\\\'");
        }
        assertThat(OnnxReader.read(file).info().classNames()).isEqualTo(Map.of(0, "it's", 1, "a \"b\" 'c'\\"));
    }

    @Test
    void aCheckpointBecomesOnnxWithoutTheNetwork() throws Exception {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 3, 3);
        Path checkpoint = folder.resolve("model.pt");
        Path exported = folder.resolve("model.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = livelyNetwork(spec)) {
            PtWriter.write(checkpoint, Checkpoint.of(spec, network.state(), info(1)));
            new CheckpointToOnnx(CLOCK).export(checkpoint, exported, OnnxExportOptions.square(64));
            assertSameOutput(exported, network, 1, 64, 64);
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        assertThatThrownBy(() -> new OnnxExportOptions(100, 64, false, false)).hasMessageContaining("multiple of 32");
        assertThatThrownBy(() -> ModelFileReader.read(folder.resolve("model.tflite")))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("neither a .pt nor an .onnx");

        Path text = Files.writeString(folder.resolve("text.onnx"), "this is not a model at all");
        assertThatThrownBy(() -> OnnxReader.read(text)).isInstanceOf(CheckpointException.class);
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertThatThrownBy(() -> OnnxReader.read(empty)).hasMessageContaining("not a YOLOv8 or YOLO11 pose model");

        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 3, 3);
        Path whole = folder.resolve("whole.onnx");
        try (PointerScope scope = new PointerScope();
                PoseNetwork network = PoseNetwork.create(spec, 1)) {
            new OnnxWriter(CLOCK)
                    .write(whole, Checkpoint.of(spec, network.state(), info(1)), OnnxExportOptions.square(64));
        }
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {10, 1000, bytes.length / 2, bytes.length - 4000}) {
            Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> OnnxReader.read(cut))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("cut.onnx");
        }
    }

    @Test
    void missingWeightsAreNamed() {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 3, 3);
        Checkpoint hollow = Checkpoint.of(spec, new NamedTensors(Map.of()), info(1));

        assertThatThrownBy(() ->
                        new OnnxWriter(CLOCK).write(folder.resolve("x.onnx"), hollow, OnnxExportOptions.square(64)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("model.0.conv.weight");
        assertThat(folder.resolve("x.onnx")).doesNotExist();
    }

    private static CheckpointInfo info(int classes) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < classes; i++) {
            names.put(i, "thing " + i);
        }
        return CheckpointInfo.ofClasses(names);
    }

    /** A network whose running statistics are not the initial ones, so that folding matters. */
    private static PoseNetwork livelyNetwork(NetworkSpec spec) {
        PoseNetwork network = PoseNetwork.create(spec, 5);
        network.setNormMode(NormMode.BATCH);
        for (int i = 0; i < 3; i++) {
            network.forward(Torch.floats(image(2, 64, 64), 2, 3, 64, 64));
        }
        network.setNormMode(NormMode.RUNNING);
        return network;
    }

    private static void assertSameOutput(Path file, PoseNetwork network, int batch, int height, int width)
            throws Exception {
        float[] image = image(batch, height, width);
        OnnxRun actual = OnnxRun.of(file, image, batch, 3, height, width);
        var expected = network.predict(Torch.floats(image, batch, 3, height, width));
        assertThat(actual.shape()).containsExactly(expected.shape());
        float[] values = Torch.toFloats(expected);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual.values()[i]).as("value %d", i).isCloseTo(values[i], within(2e-3f));
        }
    }

    private static float[] image(int batch, int height, int width) {
        float[] values = new float[batch * 3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + 0.5 * Math.sin(i * 0.37));
        }
        return values;
    }
}
