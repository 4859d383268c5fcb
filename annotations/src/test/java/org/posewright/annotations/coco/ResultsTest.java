package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.storage.AtomicFiles;

class ResultsTest {

    @TempDir
    Path folder;

    private final ResultsWriter writer = new ResultsWriter(new AtomicFiles());

    @Test
    void agreesWithAnotherParser() throws IOException {
        Path file = SharedData.file("eval/coco-pose-mini-val2017-results.json");
        CocoResults results = new ResultsReader().read(file);
        JsonNode expected = new ObjectMapper().readTree(file.toFile());
        assertThat(results.findings()).isEmpty();
        assertThat(results.size()).isEqualTo(expected.size());
        assertThat(results.firstHasBox()).isTrue();
        for (int i = 0; i < results.size(); i++) {
            JsonNode detection = expected.get(i);
            assertThat(results.imageIds()[i])
                    .isEqualTo(detection.get("image_id").asLong());
            assertThat(results.scores()[i]).isEqualTo(detection.get("score").asDouble());
            assertThat(results.boxes()[4 * i + 2])
                    .isEqualTo(detection.get("bbox").get(2).asDouble());
            for (int k = 0; k < results.valuesPerDetection(); k++) {
                assertThat(results.keypoints()[i * results.valuesPerDetection() + k])
                        .isEqualTo(detection.get("keypoints").get(k).asDouble());
            }
        }
    }

    @Test
    void writtenResultsAreReadBackExactly() throws IOException {
        Random random = new Random(5);
        List<ImageDetections> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            images.add(new ImageDetections(
                    OptionalLong.of(i), "x", List.of(prediction(random), prediction(random), prediction(random))));
        }
        Path file = folder.resolve("r.json");
        writer.write(file, images, ResultsFormat.EXACT);
        CocoResults results = new ResultsReader().read(file);
        assertThat(results.size()).isEqualTo(12);
        PosePrediction last = images.get(3).predictions().get(2);
        assertThat(results.scores()[11]).isEqualTo(last.score());
        assertThat(results.keypoints()[11 * 6 + 4])
                .isEqualTo(last.keypoints().get(1).y());
        assertThat(results.boxes()[4 * 11 + 3]).isEqualTo(last.box().height());
        writer.write(file, images, new ResultsFormat(false, 1, 2, List.of(1L)));
        CocoResults short1 = new ResultsReader().read(file);
        assertThat(short1.size()).isEqualTo(8);
        assertThat(short1.boxes()).isEmpty();
        writer.write(file, List.of(), ResultsFormat.EXACT);
        assertThat(file).hasContent("[]\n");
    }

    @Test
    void imageIdsFollowUltralytics() throws IOException {
        List<PosePrediction> one = List.of(prediction(new Random(1)));
        Path file = folder.resolve("r.json");
        writer.write(
                file,
                List.of(
                        ImageDetections.of(image("images/000000000139.jpg"), one),
                        ImageDetections.of(image("a \"b\".jpg"), one)),
                ResultsFormat.EXACT);
        CocoResults results = new ResultsReader().read(file);
        assertThat(results.imageIds()).containsExactly(139, CocoResults.TEXT_IMAGE_ID);
        assertThat(results.textImageIds()).containsEntry(1, "a \"b\"");
    }

    @Test
    void faultyDetectionsAreNamedAndLeftOut() throws IOException {
        String good = "{\"image_id\":1,\"keypoints\":[1,2,3],\"score\":0.5}";
        CocoResults results = read(
                "[" + good + ",5,{\"image_id\":1,\"keypoints\":[1,2,3]},{\"image_id\":\"a\",\"keypoints\":[1,2,3,4],"
                        + "\"score\":1}, {\"image_id\":2,\"keypoints\":[1,2,3,4,5,6],\"score\":1},{\"keypoints\":[1,2,NaN],\"score\":1},"
                        + good + "]");
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.boxes()).isEmpty();
        assertThat(results.findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("detection 1 at byte 48"),
                        message -> assertThat(message).contains("detection 2", "score"),
                        message -> assertThat(message).contains("detection 3", "4 numbers"),
                        message -> assertThat(message).contains("detection 4", "6 numbers"),
                        message -> assertThat(message).contains("detection 5", "number 3"));
    }

    @Test
    void cutFilesCountUpToTheCut() throws IOException {
        String good = "{\"image_id\":1,\"category_id\":1,\"bbox\":[1,2,3,4.5],\"keypoints\":[1,2.5,3],\"score\":0.5}";
        String whole = "[" + good + ",\n" + good + "]";
        for (int length = 1; length < whole.length(); length++) {
            CocoResults results = read(whole.substring(0, length));
            assertThat(results.findings()).as("cut at %d", length).hasSize(1);
            assertThat(results.findings().get(0).code()).isEqualTo("coco.cut-off");
            assertThat(results.size())
                    .isEqualTo(length >= whole.length() - 1 ? 2 : length >= good.length() + 1 ? 1 : 0);
        }
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> read("{\"images\":[]}"))
                .isInstanceOf(CocoException.class)
                .hasMessageContaining("not a COCO results file");
    }

    private CocoResults read(String text) throws IOException {
        return new ResultsReader().read(Files.writeString(folder.resolve("results.json"), text));
    }

    private static ImageRecord image(String key) {
        return new ImageRecord(
                new ImageKey(key), Path.of(key), "val", new ImageSize(1, 1), OptionalLong.empty(), List.of());
    }

    private static PosePrediction prediction(Random random) {
        return new PosePrediction(
                new Box(random.nextDouble(), random.nextFloat(), 1e-7, random.nextDouble() * 1e5),
                0,
                random.nextDouble(),
                List.of(
                        new ScoredKeypoint(random.nextFloat(), -random.nextDouble(), 0),
                        new ScoredKeypoint(random.nextDouble() * 640, random.nextFloat() * 480, 1)));
    }
}
