package org.posewright.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.InitialWeights;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.checkpoint.pt.PtWriter;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

class ModelFileReaderTest {

    @TempDir
    Path folder;

    @Test
    void aCheckpointSaysAtWhichSizeItWasTrained() {
        Path file = folder.resolve("trained.pt");
        write(file, Map.of("imgsz", 320, "epochs", 3));
        assertThat(ModelFileReader.imageSize(file)).hasValue(320);
    }

    @Test
    void anExportSaysForWhichSizeItIs() {
        Path file = folder.resolve("trained.pt");
        write(file, Map.of());
        assertThat(ModelFileReader.imageSize(file)).isEmpty();
        Path onnx = folder.resolve("exported.onnx");
        new CheckpointToOnnx(Clock.systemUTC()).export(file, onnx, OnnxExportOptions.square(96));
        assertThat(ModelFileReader.imageSize(onnx)).hasValue(96);
    }

    private static void write(Path file, Map<String, Object> arguments) {
        NetworkSpec spec = new NetworkSpec(ModelFamily.V11, ModelScale.P, 1, 17, 3);
        CheckpointInfo info = CheckpointInfo.ofClasses(Map.of(0, "person")).withTrainArguments(arguments);
        PtWriter.write(file, Checkpoint.of(spec, new InitialWeights(NetworkInventory.of(spec), 7).make(), info));
    }
}
