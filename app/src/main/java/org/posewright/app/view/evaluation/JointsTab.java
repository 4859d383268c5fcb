package org.posewright.app.view.evaluation;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.compare.HumanNoise;
import org.posewright.annotations.evaluation.diagnosis.ErrorCounts;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.KeypointStatistics;
import org.posewright.annotations.evaluation.diagnosis.OksHistogram;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** What each keypoint costs: AP, error, classes; the OKS histogram beside it. */
final class JointsTab extends FlowPane {

    private static final double TABLE_WIDTH = 840;
    private static final double CHART_WIDTH = 520;

    private final ObservableValue<@Nullable HumanNoise> noise;
    private final CaseLink cases;
    private final Messages messages;

    /** @param cases opens what is behind a count */
    JointsTab(
            ObservableValue<@Nullable SplitEvaluation> result,
            ObservableValue<@Nullable HumanNoise> noise,
            CaseLink cases,
            Messages messages) {
        this.noise = noise;
        this.cases = cases;
        this.messages = messages;
        getStyleClass().add("compare-page");
        result.subscribe(this::show);
        noise.subscribe(() -> show(result.getValue()));
    }

    private void show(@Nullable SplitEvaluation result) {
        getChildren().clear();
        if (result == null || result.report().isEmpty()) {
            getChildren()
                    .add(Cards.note(messages.text(result == null ? "compare.page.empty" : "compare.gain.working")));
            return;
        }
        EvaluationReport report = result.report().get();
        VBox table = Cards.card(
                messages.text("compare.joints"),
                table(report, result.diagnosis().counts()),
                Cards.note(messages.text("compare.joints.note", confidence(result))));
        table.setPrefWidth(TABLE_WIDTH);
        OksHistogram histogram = report.localisation().histogram();
        BarChart<String, Number> chart = histogram(histogram);
        VBox bars = Cards.card(
                messages.text("compare.histogram"),
                chart,
                Cards.note(
                        messages.text("compare.histogram.note", histogram.matchedPeople(), histogram.missedPeople())));
        bars.setPrefWidth(CHART_WIDTH);
        getChildren().addAll(table, bars);
    }

    private GridPane table(EvaluationReport report, ErrorCounts counts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-table");
        String[] heads = {"joint", "labeled", "ap", "similarity", "median", "relative", "sigma", "own"};
        int column = 0;
        for (String head : heads) {
            grid.add(head(messages.text("compare.joints." + head)), column++, 0);
        }
        for (KeypointError error : KeypointError.values()) {
            grid.add(head(messages.text("case." + error.name().toLowerCase(Locale.ROOT))), column++, 0);
        }
        for (int c = 0; c < column; c++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(c == 0 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(javafx.scene.layout.Priority.ALWAYS);
            grid.getColumnConstraints().add(constraints);
        }
        for (KeypointStatistics joint : report.localisation().keypoints()) {
            row(grid, joint, report, counts);
        }
        return grid;
    }

    private void row(GridPane grid, KeypointStatistics joint, EvaluationReport report, ErrorCounts counts) {
        int k = joint.keypoint();
        int row = k + 1;
        int column = 0;
        grid.add(new Label(name(report, k)), column++, row);
        grid.add(cell(Long.toString(joint.labeledCount())), column++, row);
        grid.add(cell(Cards.number(joint.ap())), column++, row);
        grid.add(cell(figure("%.3f", joint.meanSimilarity())), column++, row);
        grid.add(cell(figure("%.1f px", joint.medianDistancePixels())), column++, row);
        grid.add(cell(figure("%.4f", joint.medianRelativeDistance())), column++, row);
        grid.add(cell(figure("%.3f", report.skeleton().sigmas().get(k))), column++, row);
        grid.add(cell(ownSpread(k)), column++, row);
        for (KeypointError error : KeypointError.values()) {
            grid.add(count(report, counts.of(error, k), error, k), column++, row);
        }
    }

    /** Good joints make no cases. */
    private Node count(EvaluationReport report, long count, KeypointError error, int keypoint) {
        if (count == 0 || error == KeypointError.GOOD) {
            return cell(Long.toString(count));
        }
        CaseKind kind = CaseKind.of(error);
        String what = messages.text(kind.messageKey()) + ", " + name(report, keypoint);
        return cases.link(count, kind, OptionalInt.of(keypoint), messages.text("compare.show.accessible", what, count));
    }

    private static String name(EvaluationReport report, int keypoint) {
        return report.skeleton().keypointNames().get(keypoint).replace('_', ' ');
    }

    private static String confidence(SplitEvaluation result) {
        return String.format(Locale.ROOT, "%.2f", result.confidence());
    }

    /** What the person's own corrections say, with how many joints they rest on. */
    private String ownSpread(int keypoint) {
        HumanNoise measured = noise.getValue();
        if (measured == null || measured.joints().get(keypoint).movedCount() == 0) {
            return "–";
        }
        HumanNoise.Joint joint = measured.joints().get(keypoint);
        return String.format(Locale.ROOT, "%.3f (%d)", joint.spreadOfMoved(), joint.movedCount());
    }

    private static String figure(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    private static Node cell(String text) {
        return new Label(text);
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().addAll("secondary", "small-text");
        return head;
    }

    private BarChart<String, Number> histogram(OksHistogram histogram) {
        BarChart<String, Number> chart =
                CurvesTab.bars(messages.text("compare.histogram.x"), messages.text("compare.histogram.y"));
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        long[] counts = histogram.counts();
        for (int bin = 0; bin < counts.length; bin++) {
            series.getData()
                    .add(new XYChart.Data<>(String.format(Locale.ROOT, "%.2f", histogram.lowerEdge(bin)), counts[bin]));
        }
        chart.getData().add(series);
        chart.setAccessibleText(messages.text("compare.histogram"));
        return chart;
    }
}
