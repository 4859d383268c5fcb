package org.posewright.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.onnx.OnnxModels;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.training.SharedData;
import org.posewright.training.checkpoint.onnx.OnnxExportOptions;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.graph.NetworkSpec;

/** The official checkpoint, exported by us and run through the program's own pipeline, against the recorded predictions. */
class ExportedPredictionsTest {
    private static final double PIXELS = 0.1;
    private static final double SCORE = 1e-3;

    @TempDir
    Path folder;

    @Test
    void aStaticExportPredictsWhatWasRecorded() throws Exception {
        assertPredictions(OnnxExportOptions.square(640));
    }

    @Test
    void aDynamicExportPredictsWhatWasRecorded() throws Exception {
        assertPredictions(new OnnxExportOptions(640, 640, true, false));
    }

    private void assertPredictions(OnnxExportOptions options) throws Exception {
        Path exported = folder.resolve("exported.onnx");
        new CheckpointToOnnx(Clock.systemUTC()).export(SharedData.file("models/yolo11n-pose.pt"), exported, options);
        JsonNode reference = new ObjectMapper()
                .readTree(SharedData.file("inference/predictions.json").toFile());
        ImageDecoder decoder = new ImageDecoder();
        try (PoseModel model = new OnnxModels().open(exported, DeviceRequest.CPU, RunPurpose.LATENCY)) {
            NetworkSpec spec = NetworkSpec.coco(ModelFamily.V11, ModelScale.N);
            assertThat(model.descriptor().parameterCount())
                    .hasValue(NetworkInventory.of(spec, true).parameterCount());
            assertThat(model.descriptor().classNames()).containsExactly("person");
            for (JsonNode image : reference.get("images")) {
                Path picture = SharedData.file(image.get("image").asText());
                List<PosePrediction> predictions = model.predict(
                        decoder.decode(picture).frame(), InferenceOptions.DEFAULTS, CancellationToken.NONE);
                assertThat(predictions).hasSameSizeAs(image.get("preds"));
                for (int i = 0; i < predictions.size(); i++) {
                    assertSame(predictions.get(i), image.get("preds").get(i));
                }
            }
        }
    }

    private static void assertSame(PosePrediction prediction, JsonNode expected) {
        double[] box = {
            prediction.box().x(),
            prediction.box().y(),
            prediction.box().right(),
            prediction.box().bottom()
        };
        for (int i = 0; i < box.length; i++) {
            assertThat(box[i]).isCloseTo(expected.get("box").get(i).asDouble(), within(PIXELS));
        }
        assertThat(prediction.score()).isCloseTo(expected.get("conf").asDouble(), within(SCORE));
        for (int i = 0; i < prediction.keypoints().size(); i++) {
            ScoredKeypoint point = prediction.keypoints().get(i);
            JsonNode recorded = expected.get("keypoints").get(i);
            assertThat(point.x()).isCloseTo(recorded.get(0).asDouble(), within(PIXELS));
            assertThat(point.y()).isCloseTo(recorded.get(1).asDouble(), within(PIXELS));
            assertThat(point.confidence()).isCloseTo(recorded.get(2).asDouble(), within(SCORE));
        }
    }
}
