package org.posewright.annotations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Random crowds, ties, more than twenty detections, empty pictures, area borders, id 0: against pycocotools 2.0.11's answers. */
class RecordedCasesTest {

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = RecordedCasesTest.class.getResourceAsStream("/evaluation/eval-cases.json")) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(Objects.requireNonNull(in)).forEach(cases::add);
            assertThat(cases).hasSizeGreaterThan(100);
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNumberAndThePrecisionArrayEqualPycocotools(JsonNode expected) {
        RandomEvaluationCase made =
                new RandomEvaluationCase(expected.get("seed").asLong());
        Evaluation evaluation = new KeypointEvaluator(made.parameters())
                .evaluate(made.input(), ProgressListener.NONE, CancellationToken.NONE);
        List<Double> numbers = new ArrayList<>(evaluation.summary().byName().values());
        for (int i = 0; i < 10; i++) {
            assertThat(numbers.get(i))
                    .as("number %d", i)
                    .isCloseTo(expected.get("stats").get(i).asDouble(), within(1e-12));
        }
        assertThat(precision(evaluation)).isEqualTo(precision(expected));
    }

    private static List<Double> precision(Evaluation evaluation) {
        List<Double> all = new ArrayList<>();
        for (int c = 0; c < evaluation.accumulation().categoryCount(); c++) {
            for (int a = 0; a < 3; a++) {
                for (int t = 0; t < 10; t++) {
                    for (double value : evaluation.accumulation().precisionCurve(c, a, t)) {
                        all.add(value);
                    }
                }
            }
        }
        return all;
    }

    private static List<Double> precision(JsonNode expected) {
        List<Double> all = new ArrayList<>();
        for (JsonNode curve : expected.get("curves")) {
            List<Double> one = new ArrayList<>();
            for (String run : curve.get(0).asText().split(" ")) {
                String[] parts = run.split("\\*");
                double value =
                        expected.get("values").get(Integer.parseInt(parts[0])).asDouble();
                for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                    one.add(value);
                }
            }
            for (int i = 0; i < curve.get(1).asInt(); i++) {
                all.addAll(one);
            }
        }
        return all;
    }
}
