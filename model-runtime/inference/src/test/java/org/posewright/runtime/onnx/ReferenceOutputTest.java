package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.SharedData;
import org.posewright.runtime.decode.FloatTensor;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.preprocess.InputTensor;

/** Network inputs and raw outputs that were recorded separately, so that decoding, resizing and inference are told apart. */
class ReferenceOutputTest {

    private static final Map<String, String> PICTURES =
            Map.of("bus", "inference/images/bus.jpg", "000000000136", "coco8-pose/images/val/000000000136.jpg");

    @ParameterizedTest
    @CsvSource({"bus", "000000000136"})
    void networkInputAndRawOutputEqualTheRecordedOnes(String name) throws IOException {
        Path model = SharedData.require("models/yolo11n-pose.onnx");
        ImageFrame recorded = new ImageDecoder()
                .decode(SharedData.require("inference/letterbox-" + name + ".png"))
                .frame();
        ImageFrame picture = new ImageDecoder()
                .decode(SharedData.require(PICTURES.get(name)))
                .frame();
        try (PoseModel session = new OnnxModels().open(model, DeviceRequest.CPU, RunPurpose.LATENCY);
                InputTensor ready =
                        session.prepare(recorded, session.letterbox(recorded.size(), InferenceOptions.DEFAULTS));
                InputTensor own =
                        session.prepare(picture, session.letterbox(picture.size(), InferenceOptions.DEFAULTS))) {
            assertThat(own.values()).isEqualTo(ready.values());
            FloatTensor output = session.run(ready, CancellationToken.NONE);
            assertThat(output.shape()).containsExactly(1, 56, 8400);
            JsonNode raw = new ObjectMapper()
                    .readTree(SharedData.require("inference/raw-" + name + ".json")
                            .toFile());
            for (JsonNode anchor : raw.get("top_anchors")) {
                assertColumn(output, anchor.get("anchor").asInt(), anchor.get("values"));
            }
        }
    }

    private static void assertColumn(FloatTensor output, int anchor, JsonNode values) {
        assertThat(values).hasSize(output.side(1));
        for (int channel = 0; channel < output.side(1); channel++) {
            assertThat((double) output.values()[channel * output.side(2) + anchor])
                    .isCloseTo(values.get(channel).asDouble(), within(2e-3));
        }
    }
}
