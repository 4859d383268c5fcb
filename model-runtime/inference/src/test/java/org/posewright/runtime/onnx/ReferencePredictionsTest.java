package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.SharedData;
import org.posewright.runtime.image.ImageDecoder;

/** The predictions that Ultralytics 8.3.59 recorded from the same model and pictures. */
class ReferencePredictionsTest {

    // Ten times closer than the project asks: what is left is the recording's rounding to four decimals and the
    // summation
    // order of the processor at hand.
    private static final double PIXELS = 0.01;
    private static final double SCORE = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"models/yolo11n-pose.onnx", "models/yolo11n-pose-dynamic.onnx"})
    void predictionsEqualTheRecordedOnes(String modelFile) throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(SharedData.require("inference/predictions.json").toFile());
        ImageDecoder decoder = new ImageDecoder();
        try (PoseModel model =
                new OnnxModels().open(SharedData.require(modelFile), DeviceRequest.CPU, RunPurpose.LATENCY)) {
            for (JsonNode image : reference.get("images")) {
                String name = image.get("image").asText();
                List<PosePrediction> predictions = model.predict(
                        decoder.decode(SharedData.require(name)).frame(),
                        InferenceOptions.DEFAULTS,
                        CancellationToken.NONE);
                assertThat(predictions).as(name).hasSameSizeAs(image.get("preds"));
                for (int i = 0; i < predictions.size(); i++) {
                    assertSamePerson(
                            name, predictions.get(i), image.get("preds").get(i));
                }
            }
        }
    }

    private static void assertSamePerson(String name, PosePrediction prediction, JsonNode reference) {
        Box box = prediction.box();
        double[] corners = {box.x(), box.y(), box.right(), box.bottom()};
        for (int i = 0; i < corners.length; i++) {
            assertThat(corners[i])
                    .as(name)
                    .isCloseTo(reference.get("box").get(i).asDouble(), within(PIXELS));
        }
        assertThat(prediction.score()).as(name).isCloseTo(reference.get("conf").asDouble(), within(SCORE));
        assertThat(prediction.keypoints()).hasSameSizeAs(reference.get("keypoints"));
        for (int i = 0; i < prediction.keypoints().size(); i++) {
            ScoredKeypoint point = prediction.keypoints().get(i);
            JsonNode expected = reference.get("keypoints").get(i);
            assertThat(point.x()).as(name).isCloseTo(expected.get(0).asDouble(), within(PIXELS));
            assertThat(point.y()).as(name).isCloseTo(expected.get(1).asDouble(), within(PIXELS));
            assertThat(point.confidence()).as(name).isCloseTo(expected.get(2).asDouble(), within(SCORE));
        }
    }
}
