package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands around a model, through the same door as a person's. */
class InferenceCommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void predictWritesJsonAndPictures() throws IOException {
        Path json = folder.resolve("sub/predictions.json");
        int code = run(
                "predict",
                "model=" + shared("models/yolo11n-pose.onnx"),
                "source=" + shared("inference/images"),
                "json=" + json,
                "save=" + folder.resolve("drawn"));
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode pictures = new ObjectMapper().readTree(json.toFile());
        assertThat(pictures).hasSize(2);
        JsonNode bus = pictures.get(0);
        assertThat(bus.get("file").asText()).endsWith("bus.jpg");
        assertThat(bus.get("width").asInt()).isEqualTo(810);
        assertThat(bus.get("predictions")).hasSize(4);
        JsonNode best = bus.get("predictions").get(0);
        assertThat(best.get("box").get(0).asDouble()).isCloseTo(669.0058, within(0.01));
        assertThat(best.get("score").asDouble()).isCloseTo(0.887377, within(1e-4));
        assertThat(best.get("keypoints")).hasSize(17);
        assertThat(best.get("keypoints").get(0)).hasSize(3);
        assertThat(folder.resolve("drawn/bus.jpg")).isRegularFile();
    }

    @Test
    void valEqualsTheRecordedReferences() throws IOException {
        Path json = folder.resolve("val.json");
        Path results = folder.resolve("results.json");
        int code = run(
                "val",
                "model=" + shared("models/yolo11n-pose-dynamic.onnx"),
                "data=" + shared("coco-pose-mini"),
                "rect=true",
                "json=" + json,
                "save_json=" + results);
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        JsonNode expected = new ObjectMapper()
                .readTree(shared("eval/coco-pose-mini-val2017-expected.json").toFile())
                .get("stats");
        assertThat(figures.get("coco")).hasSize(10);
        expected.properties().forEach(stat -> assertThat(
                        figures.get("coco").get(stat.getKey()).asDouble())
                .as(stat.getKey())
                .isCloseTo(stat.getValue().asDouble(), within(0.002)));
        JsonNode theirs = new ObjectMapper()
                .readTree(shared("eval/ultralytics-val.json").toFile())
                .get("yolo11n-pose.pt | coco-pose-mini (labels)");
        for (String name :
                new String[] {"metrics/mAP50(B)", "metrics/mAP50-95(B)", "metrics/mAP50(P)", "metrics/mAP50-95(P)"}) {
            assertThat(figures.get("ultralytics").get(name).asDouble())
                    .as(name)
                    .isCloseTo(theirs.get(name).asDouble(), within(0.002));
        }
        assertThat(new ObjectMapper().readTree(results.toFile()).size()).isGreaterThan(500);
    }

    @Test
    void renderDrawsLabelsAndResults() throws IOException {
        int code = run(
                "render",
                "data=" + shared("coco-pose-mini"),
                "split=val",
                "results=" + shared("eval/coco-pose-mini-val2017-results.json"),
                "out=" + folder);
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("val"))) {
            assertThat(files).hasSize(20);
        }
    }

    @Test
    void mistakesAreOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("model.onnx"), "no model");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path picture = Files.writeString(folder.resolve("broken.jpg"), "no picture");
        assertFails("model.onnx", "predict", "model=" + text, "source=" + picture);
        assertFails("does not exist", "predict", "model=" + text, "source=" + folder.resolve("nothing"));
        assertFails("empty", "predict", "model=" + text, "source=" + empty);
        assertFails("nothing.yaml", "val", "model=" + text, "data=" + folder.resolve("nothing.yaml"));
        assertThat(run("predict", "model=" + text, "source=" + picture, "conf=2"))
                .isEqualTo(2);
        assertThat(run("val", "model=" + text, "data=" + empty, "batch=0")).isEqualTo(2);
        assertThat(run("bench")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict model=m source=s device=tpu",
                "predict model=m source=s conf=2",
                "predict model=m source=s conf=nan",
                "predict model=m source=s iou=-0.1",
                "predict model=m source=s imgsz=abc",
                "predict model=m source=s imgsz=0",
                "predict model=m source=s max_det=0",
                "predict model=m source=s batch=0",
                "predict model=m source=s padding=some",
                "predict model=m source=s rect=perhaps",
                "predict model=m",
                "predict source=s",
                "predict model=m source=s colour=red",
                "val model=m data=d device=tpu",
                "val model=m data=d conf=1.5",
                "val model=m data=d imgsz=0",
                "val model=m data=d max_det=none",
                "val model=m data=d ultralytics=perhaps",
                "val data=d",
                "bench predict model=m source=s imgsz=0",
                "bench predict model=m source=s rounds=0",
                "bench eval rounds=0",
                "bench eval gt=g",
                "bench train model=m onnx=o data=d epochs=0",
                "render data=d out=o conf=7",
                "check data=d show=-1",
                "check",
                "convert data=d to=abc out=o",
                "convert data=d to=yolo out=o people=some",
                "convert data=d to=yolo out=o digits=7",
                "export model=m format=xyz",
                "export model=m imgsz=31",
                "eval gt=g results=r imgIds=x",
                "sample out=o train=-1",
                "sample out=o train=2 mistakes=5",
                "train model=m data=d epochs=x",
                "train model=m data=d nothing=1",
            })
    void aValueThatIsWrongByItselfIsAWrongArgument(String line) {
        assertThat(run(line.split(" "))).as(line + ": " + err).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().satisfies(sentence -> assertThat(sentence)
                .startsWith("posewright: ")
                .endsWith("help')"));
    }

    @Test
    void brokenPictureFailsThePredictionByName() throws IOException {
        Path picture = Files.writeString(folder.resolve("broken.jpg"), "no picture");
        assertFails("broken.jpg", "predict", "model=" + shared("models/yolo11n-pose.onnx"), "source=" + picture);
    }

    private void assertFails(String part, String... words) {
        err.getBuffer().setLength(0);
        assertThat(run(words)).isEqualTo(1);
        assertThat(err.toString()).contains(part);
        assertThat(err.toString().lines().filter(line -> !line.startsWith("posewright: ")))
                .isEmpty();
    }

    private int run(String... words) {
        PrintWriter outWriter = new PrintWriter(out, true);
        PrintWriter errWriter = new PrintWriter(err, true);
        return new CommandLineProgram(Commands.forWords(words), outWriter, errWriter).run(words);
    }

    private static Path shared(String relative) {
        Path file = Path.of(System.getProperty("posewright.shared", "../../shared/data"), relative);
        Assumptions.assumeTrue(Files.exists(file), "reference data is absent: " + file);
        return file;
    }
}
