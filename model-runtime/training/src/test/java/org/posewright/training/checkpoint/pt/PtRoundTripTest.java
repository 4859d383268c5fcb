package org.posewright.training.checkpoint.pt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.training.SharedData;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.InitialWeights;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

class PtRoundTripTest {
    @TempDir
    Path folder;

    @Test
    void aCheckpointComesBackAsItWas() {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V8, ModelScale.N, 2, 5, 2);
        NamedTensors weights = new InitialWeights(NetworkInventory.of(spec), 3).make();
        CheckpointInfo info = new CheckpointInfo(
                Map.of(0, "dog", 1, "Kätzchen"),
                7,
                Map.of("epochs", 100L, "lr0", 0.01, "data", "coco8-pose.yaml", "cos_lr", false),
                Map.of("date", "2026-01-02T03:04:05", "version", "8.3.59"),
                List.of());
        Map<String, @Nullable Object> training = new LinkedHashMap<>();
        training.put("ema", weights);
        training.put("updates", 1L << 40);
        training.put("best", null);
        training.put("groups", List.of(Map.of("lr", 1e-3, "index", List.of(0L, 1L, -5L, 70_000L)), "text"));
        training.put("step", TensorData.scalar(12));

        Path file = folder.resolve("last.pt");
        PtWriter.write(file, new Checkpoint(spec, weights, info, training));
        Checkpoint back = PtReader.read(file);

        assertThat(back.spec()).isEqualTo(spec);
        assertThat(back.weights()).isEqualTo(weights);
        assertThat(List.copyOf(back.weights().names())).isEqualTo(List.copyOf(weights.names()));
        assertThat(back.info()).isEqualTo(info);
        assertThat(back.trainingState().get("ema")).isEqualTo(weights.asMap());
        training.remove("ema");
        assertThat(back.trainingState()).containsAllEntriesOf(training);
    }

    @Test
    void everyElementTypeComesBackBitByBit() {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        for (ElementType type : ElementType.values()) {
            byte[] bytes = new byte[6 * type.bytes()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = type == ElementType.BOOL ? (byte) (i % 2) : (byte) (i * 37 + 1);
            }
            root.put(type.name(), TensorData.ofBytes(type, new int[] {2, 3}, bytes));
        }
        root.put("empty", TensorData.ofFloats(new float[0], 0, 4));

        Path file = folder.resolve("types.pt");
        PtWriter.writePlain(file, root);

        assertThat(PtReader.readPlain(file)).isEqualTo(root);
    }

    @Test
    void equalContentMakesEqualFiles() throws Exception {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 3, 3);
        NamedTensors weights = new InitialWeights(NetworkInventory.of(spec), 3).make();
        Checkpoint checkpoint = Checkpoint.of(spec, weights, CheckpointInfo.ofClasses(Map.of(0, "person")));
        PtWriter.write(folder.resolve("a.pt"), checkpoint);
        PtWriter.write(folder.resolve("b.pt"), checkpoint);

        assertThat(folder.resolve("a.pt")).hasSameBinaryContentAs(folder.resolve("b.pt"));
        String bytes = Files.readString(folder.resolve("a.pt"), StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("archive/data/0")).isPositive();
        assertThat(dataOffset(bytes, "archive/data/0") % 64).isZero();
        assertThat(dataOffset(bytes, "archive/data/17") % 64).isZero();
    }

    private static int dataOffset(String bytes, String member) {
        int name = bytes.indexOf(member);
        int extraLength = bytes.charAt(name - 2) + 256 * bytes.charAt(name - 1);
        return name + member.length() + extraLength;
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("best.pt");
        PtWriter.writePlain(file, Map.of("a", 1L));
        byte[] before = Files.readAllBytes(file);

        Map<String, Object> unsavable = Map.of("a", new StringBuilder("no plain value"));
        assertThatThrownBy(() -> PtWriter.writePlain(file, unsavable))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("StringBuilder");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);

        Path nowhere = folder.resolve("missing").resolve("best.pt");
        assertThatThrownBy(() -> PtWriter.writePlain(nowhere, Map.of()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("does not exist; create it first");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void halvesBecomeFloatsAndBack() {
        short[] halves = new short[1 << 16];
        byte[] bytes = new byte[2 << 16];
        for (int i = 0; i < halves.length; i++) {
            bytes[2 * i] = (byte) i;
            bytes[2 * i + 1] = (byte) (i >> 8);
        }
        TensorData all = TensorData.ofBytes(ElementType.FLOAT16, new int[] {1 << 16}, bytes);
        TensorData back = all.toFloat32().toFloat16();
        float[] values = all.floats();
        float[] again = back.floats();
        for (int i = 0; i < values.length; i++) {
            assertThat(Float.compare(again[i], values[i])).as("half %x", i).isZero();
        }
        assertThat(values[1]).isEqualTo(0x1p-24f);
        assertThat(values[0x3C01]).isEqualTo(1 + 0x1p-10f);
        TensorData rounding = TensorData.ofFloats(
                new float[] {1 + 0x1p-11f, 1 + 3 * 0x1p-11f, 65519.99f, 65520f, 0x1p-25f, 0x1.8p-24f, 2047.5f}, 7);
        assertThat(rounding.toFloat16().floats())
                .containsExactly(1f, 1 + 0x1p-9f, 65504f, Float.POSITIVE_INFINITY, 0f, 0x1p-23f, 2048f);
    }

    @Test
    void theOfficialCheckpointIsReadCompletely() {
        Checkpoint checkpoint = PtReader.read(SharedData.file("models/yolo11n-pose.pt"));

        assertThat(checkpoint.spec()).isEqualTo(NetworkSpec.coco(ModelFamily.V11, ModelScale.N));
        assertThat(checkpoint.weights().size()).isEqualTo(541);
        assertThat(List.copyOf(checkpoint.weights().names()))
                .isEqualTo(List.copyOf(
                        NetworkInventory.of(checkpoint.spec()).entries().keySet()));
        assertThat(checkpoint.weights().get("model.0.conv.weight").type()).isEqualTo(ElementType.FLOAT16);
        assertThat(checkpoint.info().classNames()).isEqualTo(Map.of(0, "person"));
        assertThat(checkpoint.info().epoch()).isEqualTo(-1);
        assertThat(checkpoint.info().trainArguments()).containsKey("data");
        assertThat(checkpoint.info().texts()).containsKeys("date", "version");
        assertThat(checkpoint.info().otherNames()).isEmpty();
        float[] bins = checkpoint.weights().get("model.23.dfl.conv.weight").floats();
        assertThat(Arrays.copyOf(bins, 3)).containsExactly(0, 1, 2);
    }
}
