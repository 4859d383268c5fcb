package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.Accumulation;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** Precision over recall at several OKS thresholds, and AP over the threshold for each size of person. */
final class CurvesTab extends FlowPane {

    private static final List<Double> THRESHOLDS = List.of(0.5, 0.65, 0.75, 0.85, 0.95);
    private static final double CHART_WIDTH = 640;
    private static final double CHART_HEIGHT = 420;

    private final Messages messages;

    CurvesTab(ObservableValue<@Nullable SplitEvaluation> result, Messages messages) {
        this.messages = messages;
        getStyleClass().add("compare-page");
        result.subscribe(this::show);
    }

    private void show(@Nullable SplitEvaluation result) {
        getChildren().clear();
        if (result == null) {
            getChildren().add(Cards.note(messages.text("compare.page.empty")));
            return;
        }
        Accumulation accumulation = result.evaluation().accumulation();
        EvaluationParameters parameters = result.evaluation().parameters();
        add(messages.text("compare.pr"), precisionOverRecall(accumulation, parameters), "compare.pr.note");
        add(messages.text("compare.ap-by-oks"), apByThreshold(accumulation, parameters), "compare.ap-by-oks.note");
    }

    private void add(String title, XYChart<?, ?> chart, String noteKey) {
        chart.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
        chart.setAnimated(false);
        chart.setAccessibleText(title);
        VBox card = Cards.card(title, chart, Cards.note(messages.text(noteKey)));
        card.setPrefWidth(CHART_WIDTH);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().add(card);
    }

    private LineChart<Number, Number> precisionOverRecall(Accumulation accumulation, EvaluationParameters parameters) {
        LineChart<Number, Number> chart = lines("compare.recall", "compare.precision");
        double[] recalls = parameters.recallThresholds();
        for (double oks : THRESHOLDS) {
            double[] curve = accumulation.precisionCurve(0, 0, parameters.thresholdIndex(oks));
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(String.format(Locale.ROOT, "OKS %.2f", oks));
            for (int r = 0; r < curve.length; r++) {
                if (curve[r] >= 0) {
                    series.getData().add(new XYChart.Data<>(recalls[r], curve[r]));
                }
            }
            chart.getData().add(series);
        }
        return chart;
    }

    private LineChart<Number, Number> apByThreshold(Accumulation accumulation, EvaluationParameters parameters) {
        LineChart<Number, Number> chart = lines("compare.oks-threshold", "compare.ap");
        ((NumberAxis) chart.getXAxis()).setLowerBound(0.5);
        ((NumberAxis) chart.getXAxis()).setTickUnit(0.05);
        for (int a = 0; a < parameters.areaRanges().size(); a++) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(messages.text(
                    "compare.area." + parameters.areaRanges().get(a).label()));
            for (int t = 0; t < parameters.thresholdCount(); t++) {
                double ap = accumulation.averagePrecision(a, t);
                if (ap >= 0) {
                    series.getData().add(new XYChart.Data<>(parameters.oksThresholds()[t], ap));
                }
            }
            chart.getData().add(series);
        }
        return chart;
    }

    private LineChart<Number, Number> lines(String xKey, String yKey) {
        NumberAxis x = new NumberAxis(messages.text(xKey), 0, 1, 0.1);
        NumberAxis y = new NumberAxis(messages.text(yKey), 0, 1, 0.1);
        LineChart<Number, Number> chart = new LineChart<>(x, y);
        chart.setCreateSymbols(false);
        return chart;
    }

    /** A histogram in the same look, for the other pages. */
    static BarChart<String, Number> bars(String xTitle, String yTitle) {
        CategoryAxis x = new CategoryAxis();
        x.setLabel(xTitle);
        NumberAxis y = new NumberAxis();
        y.setLabel(yTitle);
        BarChart<String, Number> chart = new BarChart<>(x, y);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCategoryGap(3);
        return chart;
    }
}
