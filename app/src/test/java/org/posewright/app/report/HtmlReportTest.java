package org.posewright.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoReader;
import org.posewright.annotations.coco.ResultsReader;
import org.posewright.annotations.convert.CocoEvaluationInput;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class HtmlReportTest {

    @TempDir
    Path folder;

    private static String points(double shift) {
        return IntStream.range(0, 17)
                .mapToObj(i -> (50 + 5 * i + shift) + "," + (60 + 7 * i) + ",2")
                .collect(Collectors.joining(","));
    }

    private EvaluationReport report() throws IOException {
        String names = Skeletons.COCO_PERSON.keypointNames().stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(","));
        Path truth = Files.writeString(
                folder.resolve("gt.json"),
                """
                {"images":[{"id":1,"file_name":"a.jpg","width":640,"height":480}],
                 "categories":[{"id":1,"name":"person","keypoints":[%s],"skeleton":[]}],
                 "annotations":[{"id":1,"image_id":1,"category_id":1,"iscrowd":0,"area":12000,"bbox":[40,50,120,140],
                  "num_keypoints":17,"keypoints":[%s]}]}"""
                        .formatted(names, points(0)));
        Path results = Files.writeString(
                folder.resolve("results.json"),
                "[{\"image_id\":1,\"category_id\":1,\"score\":0.9,\"keypoints\":[%s]}]".formatted(points(4)));
        CocoFile file = new CocoReader().read(truth);
        Evaluation evaluation = new KeypointEvaluator(EvaluationParameters.coco(file.skeleton()))
                .evaluate(
                        CocoEvaluationInput.of(file.groundTruth(), new ResultsReader().read(results)),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        return EvaluationReport.of(
                evaluation,
                file.skeleton(),
                index -> Optional.empty(),
                LabelPolicy.WITH_KEYPOINTS,
                ProgressListener.NONE,
                CancellationToken.NONE);
    }

    @Test
    void showsTheTenNumbersAndEveryKeypoint() throws IOException {
        EvaluationReport report = report();
        String html = new HtmlReport(report, "model on data", List.of(), VerdictBook.EMPTY).html();
        report.evaluation().summary().byName().forEach((name, value) -> assertThat(html)
                .contains("<td>" + name + "</td>"));
        assertThat(html).contains(Skeletons.COCO_PERSON.keypointNames());
        assertThat(html).contains("<polyline").contains("jitter");
    }

    @Test
    void fetchesNothingAndEscapesWhatPeopleNameThings() throws IOException {
        ReportPicture picture = new ReportPicture("<b>.jpg", "left & right", new byte[] {1, 2, 3});
        String html = new HtmlReport(report(), "a <script> model", List.of(picture), VerdictBook.EMPTY).html();
        assertThat(html).doesNotContain("http").doesNotContain("<script");
        assertThat(html).contains("&lt;b&gt;.jpg").contains("left &amp; right").contains("data:image/jpeg;base64,AQID");
    }
}
