package org.posewright.annotations.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** Reads ground truth and results of the parity data in the plainest way; the program's own readers are tested elsewhere. */
final class CocoJson {

    private static final int KEYPOINTS = 17;

    private CocoJson() {}

    static EvaluationInput read(Path truthFile, Path resultsFile) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return of(mapper.readTree(truthFile.toFile()), mapper.readTree(resultsFile.toFile()));
    }

    static EvaluationInput of(JsonNode truth, JsonNode results) {
        EvaluationAxes axes = new EvaluationAxes(
                stream(truth.get("images")).mapToLong(n -> n.get("id").asLong()),
                stream(truth.get("categories")).mapToLong(n -> n.get("id").asLong()));
        return new EvaluationInput(truth(axes, truth.get("annotations")), detections(axes, results));
    }

    private static GroundTruthSet truth(EvaluationAxes axes, JsonNode annotations) {
        GroundTruthSet.Builder builder = new GroundTruthSet.Builder(axes, KEYPOINTS);
        for (JsonNode a : annotations) {
            GroundTruthBlock.Builder block = builder.at(
                    axes.imageIndex(a.get("image_id").asLong()),
                    axes.categoryIndex(a.get("category_id").asLong()));
            boolean crowd = a.path("iscrowd").asInt() != 0;
            boolean ignored = crowd || a.get("num_keypoints").asInt() == 0;
            int person = block.person(a.get("id").asLong(), a.get("area").asDouble(), crowd, ignored);
            double[] box = doubles(a.get("bbox"));
            block.box(person, box[0], box[1], box[2], box[3]);
            double[] points = doubles(a.get("keypoints"));
            for (int k = 0; k < KEYPOINTS; k++) {
                block.point(person, k, points[3 * k], points[3 * k + 1], points[3 * k + 2] > 0);
            }
        }
        return builder.build();
    }

    private static DetectionSet detections(EvaluationAxes axes, JsonNode results) {
        DetectionSetBuilder builder = new DetectionSetBuilder(axes, KEYPOINTS);
        for (JsonNode r : results) {
            int detection = builder.detection(
                    r.get("image_id").asLong(),
                    r.get("category_id").asLong(),
                    r.get("score").asDouble());
            builder.points(detection, doubles(r.get("keypoints")), 0);
            if (r.has("bbox")) {
                double[] box = doubles(r.get("bbox"));
                builder.box(detection, box[0], box[1], box[2], box[3]);
            }
        }
        return builder.build();
    }

    static double[] doubles(JsonNode array) {
        return stream(array).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
