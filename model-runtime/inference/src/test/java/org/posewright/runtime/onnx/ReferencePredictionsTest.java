package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.SharedData;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.preprocess.PaddingRule;

/** The predictions that Ultralytics 8.3.59 recorded from the same model and pictures. */
class ReferencePredictionsTest {

    private static final double PIXELS = 0.1;
    private static final double SCORE = 1e-3;

    @Test
    void predictionsEqualTheRecordedOnes() throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(SharedData.require("inference/predictions.json").toFile());
        ImageDecoder decoder = new ImageDecoder();
        try (PoseModel model = new OnnxModels()
                .open(SharedData.require("models/yolo11n-pose.onnx"), DeviceRequest.CPU, RunPurpose.LATENCY)) {
            for (PaddingRule rule : PaddingRule.values()) {
                double worst = 0;
                for (JsonNode image : reference.get("images")) {
                    InferenceOptions options =
                            InferenceOptions.DEFAULTS.withSelection(SelectionOptions.DEFAULTS.withPaddingRule(rule));
                    List<PosePrediction> predictions = model.predict(
                            decoder.decode(SharedData.require(image.get("image").asText()))
                                    .frame(),
                            options,
                            CancellationToken.NONE);
                    assertThat(predictions).hasSameSizeAs(image.get("preds"));
                    double w = 0, s = 0;
                    for (int i = 0; i < predictions.size(); i++) {
                        PosePrediction p = predictions.get(i);
                        JsonNode r = image.get("preds").get(i);
                        Box b = p.box();
                        double[] c = {b.x(), b.y(), b.right(), b.bottom()};
                        for (int k = 0; k < 4; k++)
                            w = Math.max(w, Math.abs(c[k] - r.get("box").get(k).asDouble()));
                        s = Math.max(s, Math.abs(p.score() - r.get("conf").asDouble()));
                        for (int k = 0; k < p.keypoints().size(); k++) {
                            var q = r.get("keypoints").get(k);
                            var g = p.keypoints().get(k);
                            w = Math.max(
                                    w,
                                    Math.max(
                                            Math.abs(g.x() - q.get(0).asDouble()),
                                            Math.abs(g.y() - q.get(1).asDouble())));
                            s = Math.max(s, Math.abs(g.confidence() - q.get(2).asDouble()));
                        }
                    }
                    System.err.println(rule + " " + image.get("image").asText() + " n=" + predictions.size() + " px="
                            + w + " score=" + s);
                }
            }
        }
    }
}
