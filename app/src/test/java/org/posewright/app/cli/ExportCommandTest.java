package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.app.inference.ModelFiles;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.InitialWeights;
import org.posewright.training.checkpoint.onnx.OnnxReader;
import org.posewright.training.checkpoint.pt.PtWriter;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

class ExportCommandTest {
    private static final NetworkSpec SPEC = new NetworkSpec(ModelFamily.V11, ModelScale.N, 1, 4, 3);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path checkpoint;

    @BeforeEach
    void writeCheckpoint() {
        checkpoint = folder.resolve("hand.pt");
        var weights = new InitialWeights(NetworkInventory.of(SPEC), 1).make();
        PtWriter.write(checkpoint, Checkpoint.of(SPEC, weights, CheckpointInfo.ofClasses(Map.of(0, "hand"))));
    }

    private int run(String... words) {
        return new CommandLineProgram(List.of(new ExportCommand()), new PrintWriter(out), new PrintWriter(err))
                .run(words);
    }

    @Test
    void theExportLandsBesideTheCheckpoint() {
        assertThat(run("export", "model=" + checkpoint, "format=onnx", "imgsz=64"))
                .isZero();

        Path exported = folder.resolve("hand.onnx");
        assertThat(OnnxReader.read(exported).spec()).isEqualTo(SPEC);
        assertThat(out.toString()).contains("yolo11n-pose").contains("64x64").contains(exported.toString());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void sizePrecisionAndTargetAreChosen() throws Exception {
        Path target = folder.resolve("small.onnx");
        assertThat(run("export", "model=" + checkpoint, "imgsz=64,96", "dynamic=True", "half", "file=" + target))
                .isZero();

        assertThat(Files.size(target)).isLessThan(Files.size(checkpoint) * 6 / 10);
        assertThat(out.toString()).contains("any size, half precision");
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(run("export", "model=" + checkpoint, "imgsz=100")).isEqualTo(2);
        assertThat(run("export", "model=" + checkpoint, "imgsz=wide")).isEqualTo(2);
        assertThat(run("export", "model=" + checkpoint, "format=coreml")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("multiples of 32").contains("use format=onnx");
    }

    @Test
    void unusableModelsFailWithOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pt"), "no model");
        assertThat(run("export", "model=" + text)).isEqualTo(1);
        assertThat(run("export", "model=" + folder.resolve("none.pt"))).isEqualTo(1);
        assertThat(run("export", "model=" + checkpoint, "imgsz=64", "file=" + checkpoint))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("posewright: "));
        assertThat(err.toString())
                .contains("text.pt")
                .contains("does not exist")
                .contains("replace the model");
    }

    @Test
    void anExportKeptInAFolderIsMadeOnceForEachContent() throws Exception {
        Path exports = folder.resolve("exports");
        ModelFiles files = new ModelFiles(exports);
        files.open(checkpoint, DeviceRequest.CPU, RunPurpose.LATENCY, CancellationToken.NONE)
                .close();
        Path kept = onnxFiles(exports).get(0);
        FileTime made = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(kept, made);
        Path elsewhere = Files.copy(
                checkpoint, Files.createDirectories(folder.resolve("b")).resolve(checkpoint.getFileName()));
        files.open(elsewhere, DeviceRequest.CPU, RunPurpose.LATENCY, CancellationToken.NONE)
                .close();
        assertThat(onnxFiles(exports)).containsExactly(kept);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(made);
    }

    private static List<Path> onnxFiles(Path root) throws IOException {
        try (var found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(".onnx")).toList();
        }
    }

    @Test
    void aCheckpointIsOpenedForPrediction() {
        try (PoseModel model =
                new ModelFiles().open(checkpoint, DeviceRequest.CPU, RunPurpose.LATENCY, CancellationToken.NONE)) {
            assertThat(model.descriptor().classNames()).containsExactly("hand");
            assertThat(model.descriptor().skeleton().size()).isEqualTo(4);
        }
    }
}
