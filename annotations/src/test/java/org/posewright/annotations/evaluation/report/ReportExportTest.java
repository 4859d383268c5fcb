package org.posewright.annotations.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.SmallEvaluation;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.ultralytics.ImageSizes;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class ReportExportTest {

    private static EvaluationReport report() {
        Evaluation evaluation = new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON))
                .evaluate(SmallEvaluation.input(), ProgressListener.NONE, CancellationToken.NONE);
        return EvaluationReport.of(
                evaluation,
                Skeletons.COCO_PERSON,
                ImageSizes.UNKNOWN,
                LabelPolicy.WITH_KEYPOINTS,
                ProgressListener.NONE,
                CancellationToken.NONE);
    }

    @Test
    void jsonHoldsFullPrecisionAndNoNaN() throws IOException {
        EvaluationReport report = report();
        StringWriter out = new StringWriter();
        ReportJson.write(report.evaluation(), Optional.of(report), out);
        assertThat(out.toString()).doesNotContain("NaN");
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("coco").get("AP").asDouble())
                .isEqualTo(report.evaluation().summary().ap());
        assertThat(json.get("precisionRecall")).hasSize(10);
        assertThat(json.get("diagnosis")
                        .get("apIfRepaired")
                        .get("progressive")
                        .get("false_negative")
                        .asDouble())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void confidenceCurveAgreesWithRecallAndBackgroundErrors() {
        EvaluationReport report = report();
        ConfidenceCurve curve = report.confidence();
        assertThat(curve.oksThreshold()).isEqualTo(0.5);
        ConfidenceCurve.Point all = curve.at(0);
        assertThat(all.recall()).isEqualTo(report.evaluation().summary().ar50());
        assertThat(all.wrong()).isEqualTo(report.background().falsePositives().get(0));
        assertThat(all.people() - all.right())
                .isEqualTo(report.background().falseNegatives().get(0));
        assertThat(curve.at(1).precision()).isNaN();
        assertThat(curve.at(0.94).right()).isEqualTo(1);
        assertThat(curve.at(0.95).right()).as("the border is believed").isEqualTo(1);
        assertThat(curve.at(0.96).right()).isZero();
        assertThat(curve.points()).allSatisfy(point -> assertThat(point.f1())
                .isLessThanOrEqualTo(curve.best().f1()));
    }

    @Test
    void csvHasOneLineForEachKeypointAndCase() {
        EvaluationReport report = report();
        List<String> keypoints = ReportCsv.keypoints(report);
        assertThat(keypoints).hasSize(18);
        int columns = keypoints.get(0).split(",").length;
        assertThat(keypoints.get(1)).startsWith("\"nose\",0.026");
        assertThat(keypoints).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        long notGood = report.diagnosis().counts().total()
                - report.diagnosis().counts().of(KeypointError.GOOD);
        assertThat(ReportCsv.keypointCases(report)).hasSize((int) notGood + 1);
    }
}
