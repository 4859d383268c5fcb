package org.posewright.training.checkpoint.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.training.SharedData;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.InitialWeights;
import org.posewright.training.checkpoint.WeightTransfer;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

class OnnxReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/model.0/conv/Conv, model.0.conv",
        "/model.2/m.0/cv1/conv/Conv, model.2.m.0.cv1.conv",
        "/model.23/cv2.0/cv2.0.0/conv/Conv, model.23.cv2.0.0.conv",
        "/model.23/cv2.0/cv2.0.2/Conv, model.23.cv2.0.2",
        "/model.23/cv3.1/cv3.1.0/cv3.1.0.1/conv/Conv, model.23.cv3.1.0.1.conv",
        "/model.10/m/m.0/attn/qkv/conv/Conv, model.10.m.0.attn.qkv.conv",
    })
    void nodeNamesTellModulePaths(String node, String path) {
        assertThat(OnnxReader.modulePath(node)).isEqualTo(path);
    }

    @Test
    void theOfficialExportFillsEveryWeightOfTheNetwork() {
        Checkpoint checkpoint = OnnxReader.read(SharedData.file("models/yolo11n-pose.onnx"));

        assertThat(checkpoint.spec()).isEqualTo(NetworkSpec.coco(ModelFamily.V11, ModelScale.N));
        assertThat(checkpoint.info().classNames()).containsEntry(0, "person");
        NetworkInventory inventory = NetworkInventory.of(checkpoint.spec());
        var outcome =
                new WeightTransfer(inventory).carry(checkpoint.weights(), new InitialWeights(inventory, 1).make());
        assertThat(outcome.report().transferred()).isEqualTo(541);
        assertThat(outcome.report().normalisationFolded()).isTrue();
        assertThat(outcome.report().unused()).isEmpty();
    }

    @Test
    void impossibleTensorsAreRefused() throws Exception {
        ProtoMessage huge = new ProtoMessage();
        huge.integer(1, 1L << 60).integer(2, OnnxTypes.FLOAT).text(8, "model.0.conv.weight");
        assertRefused(huge, "impossible size");
        ProtoMessage negative = new ProtoMessage();
        negative.integer(1, -1).integer(2, OnnxTypes.FLOAT).text(8, "model.0.conv.weight");
        assertRefused(negative, "impossible size");
        ProtoMessage shortOf = new ProtoMessage();
        shortOf.integer(1, 3).integer(2, OnnxTypes.FLOAT).text(8, "w").bytes(9, ByteBuffer.allocate(8));
        assertRefused(shortOf, "damaged");
        ProtoMessage elsewhere = new ProtoMessage();
        elsewhere.integer(1, 3).integer(2, OnnxTypes.FLOAT).text(8, "w").message(13, new ProtoMessage());
        assertRefused(elsewhere, "another file");
    }

    private void assertRefused(ProtoMessage tensor, String message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        new ProtoMessage().message(7, new ProtoMessage().message(5, tensor)).writeTo(out);
        out.flush();
        Path file = Files.write(folder.resolve("bad.onnx"), bytes.toByteArray());
        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("bad.onnx")
                .hasMessageContaining(message);
    }

    @Test
    void randomBytesNeverEscapeAsAnythingElse() {
        Random random = new Random(3);
        for (int round = 0; round < 5000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 2) {
                bytes[0] = 0x3A;
                bytes[1] = (byte) (bytes.length - 2);
                bytes[2] = (byte) (round % 2 == 0 ? 0x2A : 0x0A);
            }
            try {
                assertThat(OnnxParser.parse(bytes)).isNotNull();
            } catch (IOException | CheckpointException expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            }
        }
    }
}
