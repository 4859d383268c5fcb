package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {

    private static final Path SHARED = Path.of(System.getProperty("posewright.shared", "absent"));
    private static final String POINTS = "10,10,2,".repeat(16) + "10,10,2";

    @TempDir
    private Path folder;

    private Path truth = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeGroundTruth() throws IOException {
        truth = Files.writeString(
                folder.resolve("gt.json"),
                """
                {"images": [{"id": 1, "file_name": "1.jpg", "width": 64, "height": 48}, {"id": 2, "file_name": "2.jpg"}],
                 "categories": [{"id": 1, "name": "person"}],
                 "annotations": [{"id": 5, "image_id": 1, "category_id": 1, "bbox": [0, 0, 40, 40], "area": 1600,
                   "iscrowd": 0, "num_keypoints": 17, "keypoints": [%s]}]}
                """
                        .formatted(POINTS));
    }

    private int run(String... arguments) {
        return new CommandLineProgram(
                        List.of(new EvalCommand()), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    private Path results(String json) throws IOException {
        return Files.writeString(folder.resolve("results.json"), json);
    }

    private static String detection(long image, String points) {
        return "{\"image_id\": %d, \"category_id\": 1, \"keypoints\": [%s], \"score\": 0.9}".formatted(image, points);
    }

    @Test
    void worstCasesAreDrawnIntoTheReportAndMissingPicturesPassedOver() throws IOException {
        java.awt.image.BufferedImage picture =
                new java.awt.image.BufferedImage(64, 48, java.awt.image.BufferedImage.TYPE_INT_RGB);
        Path images = Files.createDirectories(folder.resolve("images"));
        Path page = folder.resolve("page.html");
        // Every point moved: the person is far enough off to be a case and near enough to be matched.
        String moved = "14,10,2,".repeat(16) + "14,10,2";
        Path results = results("[" + detection(1, moved) + "]");
        assertThat(run("eval", "gt=" + truth, "results=" + results, "report=" + page, "images=" + images))
                .isZero();
        assertThat(Files.readString(page)).doesNotContain("data:image/jpeg");
        javax.imageio.ImageIO.write(picture, "jpg", images.resolve("1.jpg").toFile());
        assertThat(run("eval", "gt=" + truth, "results=" + results, "report=" + page, "images=" + images))
                .isZero();
        assertThat(Files.readString(page)).contains("data:image/jpeg;base64,", "1.jpg");
        assertThat(run("eval", "gt=" + truth, "results=" + results, "report=" + page, "images=" + page))
                .isNotZero();
        assertThat(err.toString()).contains("is not a folder");
    }

    @Test
    void printsPycocotoolsLinesAndWritesEverythingToJson() throws IOException {
        Path json = folder.resolve("out.json");
        int code = run("eval", "gt=" + truth, "results=" + results("[" + detection(1, POINTS) + "]"), "json=" + json);
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString().lines().limit(4))
                .containsExactly(
                        " Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets= 20 ] = 1.000",
                        " Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets= 20 ] = 1.000",
                        " Average Precision  (AP) @[ IoU=0.75      | area=   all | maxDets= 20 ] = 1.000",
                        " Average Precision  (AP) @[ IoU=0.50:0.95 | area=medium | maxDets= 20 ] = 1.000");
        JsonNode written = new ObjectMapper().readTree(json.toFile());
        assertThat(written.get("coco").get("AP").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(written.get("coco").get("APl").asDouble()).isEqualTo(-1);
        assertThat(written.get("perKeypoint")).hasSize(17);
        assertThat(written.get("diagnosis").get("keypoints").get("good").asInt())
                .isEqualTo(17);
        assertThat(written.get("ultralytics").has("metrics/mAP50-95(P)")).isTrue();
    }

    @Test
    void detectionsOfAnotherDatasetAreRefusedInOneSentence() throws IOException {
        assertThat(run("eval", "gt=" + truth, "results=" + results("[" + detection(77, POINTS) + "]")))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("77").hasLineCount(1);
    }

    @Test
    void anotherNumberOfKeypointsIsRefused() throws IOException {
        assertThat(run("eval", "gt=" + truth, "results=" + results("[" + detection(1, "1,2,1,3,4,1") + "]")))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("keypoints").hasLineCount(1);
    }

    @Test
    void brokenAndMissingFilesAreNamed() throws IOException {
        assertThat(run(
                        "eval",
                        "gt=" + truth,
                        "results=" + results("[" + detection(1, POINTS).substring(0, 40))))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(run("eval", "gt=" + truth, "results=" + folder.resolve("absent.json")))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(run("eval", "gt=" + results("{}"), "results=" + truth)).isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("results.json", "absent.json").hasLineCount(3);
    }

    @Test
    void emptyResultsGiveZeros() throws IOException {
        assertThat(run("eval", "gt=" + truth, "results=" + results("[]"))).isZero();
        assertThat(out.toString())
                .contains("area=   all | maxDets= 20 ] = 0.000")
                .contains("= -1.000");
    }

    @Test
    void restrictionToSomeImages() throws IOException {
        Path found =
                results("[" + detection(1, POINTS) + "," + detection(2, POINTS).replace("0.9", "0.95") + "]");
        run("eval", "gt=" + truth, "results=" + found);
        assertThat(out.toString()).contains("= 0.500");
        out.getBuffer().setLength(0);
        assertThat(run("eval", "gt=" + truth, "results=" + found, "imgIds=1")).isZero();
        assertThat(out.toString()).contains("= 1.000");
        assertThat(run("eval", "gt=" + truth, "results=" + found, "imgIds=1,9")).isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("image id 9");
    }

    @Test
    void ownSigmasChangeTheNumbersAndMustBeOneForEachPoint() throws IOException {
        String moved = "12,10,2,".repeat(16) + "12,10,2";
        Path found = results("[" + detection(1, moved) + "]");
        String[] ap = new String[2];
        for (String sigma : List.of("0.02", "0.5")) {
            out.getBuffer().setLength(0);
            String all = (sigma + ",").repeat(16) + sigma;
            assertThat(run("eval", "gt=" + truth, "results=" + found, "kpt_oks_sigmas=" + all))
                    .isZero();
            ap[sigma.equals("0.02") ? 0 : 1] =
                    out.toString().lines().findFirst().orElseThrow();
        }
        assertThat(ap[0]).endsWith("= 0.000");
        assertThat(ap[1]).endsWith("= 1.000");
        assertThat(run("eval", "gt=" + truth, "results=" + found, "kpt_oks_sigmas=0.1,0.2"))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("2 numbers", "17 keypoints").hasLineCount(1);
    }

    @Test
    void tablesAreWrittenAsCsv() throws IOException {
        Path table = folder.resolve("tables/keypoints.csv");
        assertThat(run("eval", "gt=" + truth, "results=" + results("[" + detection(1, POINTS) + "]"), "csv=" + table))
                .isZero();
        assertThat(Files.readAllLines(table)).hasSize(18);
        assertThat(folder.resolve("tables/keypoints-cases.csv"))
                .hasContent(
                        "image_id,person_id,detection_id,keypoint,class,own_similarity,nearest_similarity,distance_px");
        assertThat(folder.resolve("tables/keypoints-groups.csv")).exists();
        assertThat(folder.resolve("tables/keypoints-verdicts.csv")).doesNotExist();
    }

    @Test
    void agreesWithPycocotoolsOnRealFiles() throws IOException {
        Path eval = SHARED.resolve("eval");
        assumeTrue(Files.isDirectory(eval), "the shared evaluation data is absent");
        Path json = folder.resolve("out.json");
        assertThat(run(
                        "eval",
                        "gt=" + SHARED.resolve("coco-pose-mini/annotations/person_keypoints_val2017.json"),
                        "results=" + eval.resolve("coco-pose-mini-val2017-results.json"),
                        "json=" + json))
                .isZero();
        ObjectMapper mapper = new ObjectMapper();
        JsonNode expected = mapper.readTree(
                        eval.resolve("coco-pose-mini-val2017-expected.json").toFile())
                .get("stats");
        JsonNode actual = mapper.readTree(json.toFile()).get("coco");
        expected.properties()
                .forEach(number -> assertThat(actual.get(number.getKey()).asDouble())
                        .as(number.getKey())
                        .isCloseTo(number.getValue().asDouble(), within(1e-12)));
    }
}
