package org.posewright.annotations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Every file pair of the workplace's evaluation data against pycocotools: numbers, AP and recall per threshold, OKS and matches. */
class SharedEvaluationParityTest {

    private static final Path DATA = Path.of(System.getProperty("posewright.shared", "absent"));
    private static final List<AreaRange> RANGES = List.of(AreaRange.ALL, AreaRange.MEDIUM, AreaRange.LARGE);

    record Scenario(String name, Path truth, Path results, Path expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() throws IOException {
        Path folder = DATA.resolve("eval");
        assumeTrue(Files.isDirectory(folder), "the shared evaluation data is absent");
        Stream<Scenario> mini = Stream.of("train2017", "val2017")
                .map(split -> new Scenario(
                        "coco-pose-mini " + split,
                        DATA.resolve("coco-pose-mini/annotations/person_keypoints_" + split + ".json"),
                        folder.resolve("coco-pose-mini-" + split + "-results.json"),
                        folder.resolve("coco-pose-mini-" + split + "-expected.json")));
        try (Stream<Path> files = Files.list(folder.resolve("scenarios"))) {
            List<Scenario> small = files.map(Path::toString)
                    .filter(file -> file.endsWith("-gt.json"))
                    .map(file -> file.substring(0, file.length() - "-gt.json".length()))
                    .sorted()
                    .map(stem -> new Scenario(
                            Path.of(stem).getFileName().toString(),
                            Path.of(stem + "-gt.json"),
                            Path.of(stem + "-results.json"),
                            Path.of(stem + "-expected.json")))
                    .toList();
            return Stream.concat(mini, small.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void agreesWithPycocotools(Scenario scenario) throws IOException {
        JsonNode expected = new ObjectMapper().readTree(scenario.expected.toFile());
        EvaluationParameters parameters = EvaluationParameters.coco(Skeletons.COCO_PERSON);
        Evaluation evaluation = new KeypointEvaluator(parameters)
                .evaluate(
                        CocoJson.read(scenario.truth, scenario.results), ProgressListener.NONE, CancellationToken.NONE);
        for (Map.Entry<String, Double> number : evaluation.summary().byName().entrySet()) {
            assertThat(number.getValue())
                    .as(number.getKey())
                    .isCloseTo(expected.get("stats").get(number.getKey()).asDouble(), within(1e-12));
        }
        for (int a = 0; a < 3; a++) {
            String range = RANGES.get(a).label();
            for (int t = 0; t < 10; t++) {
                assertThat(evaluation.accumulation().averagePrecision(a, t))
                        .as("AP %s %d", range, t)
                        .isCloseTo(
                                expected.get("ap_per_threshold")
                                        .get(range)
                                        .get(t)
                                        .asDouble(),
                                within(1e-12));
                assertThat(evaluation.accumulation().recall(0, a, t))
                        .as("recall %s %d", range, t)
                        .isCloseTo(
                                expected.get("recall_per_threshold")
                                        .get(range)
                                        .get(t)
                                        .asDouble(),
                                within(1e-12));
            }
        }
        expected.get("images").properties().forEach(image -> checkImage(evaluation, image));
    }

    private static void checkImage(Evaluation evaluation, Map.Entry<String, JsonNode> image) {
        int index = evaluation.input().axes().imageIndex(Long.parseLong(image.getKey()));
        JsonNode expected = image.getValue();
        MatchTable all = evaluation.matchTable(index, 0, AreaRange.ALL);
        for (int d = 0; d < expected.get("oks").size(); d++) {
            assertThat(all.detections().id(d))
                    .isEqualTo(expected.get("oks_dt_ids").get(d).asInt());
            for (int g = 0; g < expected.get("oks_gt_ids").size(); g++) {
                assertThat(all.people().id(g))
                        .isEqualTo(expected.get("oks_gt_ids").get(g).asLong());
                assertThat(all.similarities()[d][g])
                        .isCloseTo(expected.get("oks").get(d).get(g).asDouble(), within(1e-14));
            }
        }
        for (AreaRange range : RANGES) {
            JsonNode ofRange = expected.get("eval").get(range.label());
            if (ofRange != null && !ofRange.isNull()) {
                checkMatches(evaluation.matchTable(index, 0, range), ofRange);
            }
        }
    }

    private static void checkMatches(MatchTable table, JsonNode expected) {
        for (int t = 0; t < 10; t++) {
            for (int d = 0; d < table.detectionCount(); d++) {
                int person = table.matchedPerson()[t][d];
                long id = person < 0 ? 0 : table.people().id(person);
                assertThat(id).isEqualTo(expected.get("dtMatches").get(t).get(d).asLong());
                assertThat(table.detectionIgnored()[t][d])
                        .isEqualTo(expected.get("dtIgnore").get(t).get(d).asDouble() != 0);
            }
            for (int i = 0; i < table.people().size(); i++) {
                int person = table.peopleOrder()[i];
                int detection = table.matchedDetection(t, person);
                long id = detection < 0 ? 0 : table.detections().id(detection);
                assertThat(table.people().id(person))
                        .isEqualTo(expected.get("gtIds").get(i).asLong());
                assertThat(id).isEqualTo(expected.get("gtMatches").get(t).get(i).asLong());
            }
        }
    }
}
