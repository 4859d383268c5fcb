package org.posewright.app.view.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.Accumulation;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.report.ConfidenceCurve;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/**
 * Precision over recall at the chosen OKS thresholds, for the chosen category and size of person, and AP over the threshold for each
 * size. The choices stay when an edit brings new numbers.
 */
final class CurvesTab extends CardFlow {

    private static final Set<Integer> FIRST_THRESHOLDS = Set.of(0, 3, 5, 7, 9);
    private static final double CARD_WIDTH = 600;
    private static final double CHART_HEIGHT = 360;

    private final Supplier<List<String>> categoryNames;
    private final Messages messages;
    private final Set<Integer> thresholds = new TreeSet<>(FIRST_THRESHOLDS);
    private int category;
    private int area;

    /** @param categoryNames in the order of the evaluation */
    CurvesTab(
            ObservableValue<@Nullable SplitEvaluation> result,
            Supplier<List<String>> categoryNames,
            Messages messages) {
        super(CARD_WIDTH);
        this.categoryNames = categoryNames;
        this.messages = messages;
        result.subscribe(this::show);
    }

    private void show(@Nullable SplitEvaluation result) {
        if (result == null) {
            showCards(List.of(Cards.note(messages.text("compare.page.empty"))));
            return;
        }
        Evaluation evaluation = result.evaluation();
        category = Math.min(category, Math.max(0, evaluation.accumulation().categoryCount() - 1));
        LineChart<Number, Number> curves = lines("compare.recall", "compare.precision");
        drawCurves(curves, evaluation);
        List<VBox> cards = new ArrayList<>();
        cards.add(card(
                messages.text("compare.pr"), curves, messages.text("compare.pr.note"), choices(evaluation, curves)));
        cards.add(card(
                messages.text("compare.ap-by-oks"),
                apByThreshold(evaluation.accumulation(), evaluation.parameters()),
                messages.text("compare.ap-by-oks.note")));
        result.report().ifPresent(report -> cards.add(overConfidence(report.confidence())));
        showCards(cards);
    }

    private static VBox card(String title, XYChart<?, ?> chart, String note, Node... above) {
        chart.setPrefHeight(CHART_HEIGHT);
        chart.setMinWidth(0);
        chart.setAnimated(false);
        chart.setAccessibleText(title);
        VBox card = Cards.card(title, above);
        card.getChildren().addAll(chart, Cards.note(note));
        VBox.setVgrow(chart, Priority.ALWAYS);
        return card;
    }

    /** Category where there are several, size of person, and a switch for each threshold. */
    private FlowPane choices(Evaluation evaluation, LineChart<Number, Number> chart) {
        FlowPane row = new FlowPane(4, 4);
        int categories = evaluation.accumulation().categoryCount();
        if (categories > 1) {
            List<String> names = IntStream.range(0, categories)
                    .mapToObj(c -> c < categoryNames.get().size()
                            ? categoryNames.get().get(c)
                            : Long.toString(evaluation.input().axes().categoryId(c)))
                    .toList();
            row.getChildren().add(choice("compare.pr.category", names, category, chosen -> {
                category = chosen;
                drawCurves(chart, evaluation);
            }));
        }
        List<String> areas = evaluation.parameters().areaRanges().stream()
                .map(range -> messages.text("compare.area." + range.label()))
                .toList();
        row.getChildren().add(choice("compare.pr.area", areas, area, chosen -> {
            area = chosen;
            drawCurves(chart, evaluation);
        }));
        for (int t = 0; t < evaluation.parameters().thresholdCount(); t++) {
            row.getChildren().add(thresholdSwitch(t, evaluation, chart));
        }
        return row;
    }

    private ComboBox<String> choice(String key, List<String> names, int selected, IntConsumer onChosen) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(names));
        box.getSelectionModel().select(selected);
        box.setAccessibleText(messages.text(key));
        box.getStyleClass().add("small-choice");
        box.getSelectionModel().selectedIndexProperty().subscribe((before, after) -> onChosen.accept(after.intValue()));
        return box;
    }

    private ToggleButton thresholdSwitch(int threshold, Evaluation evaluation, LineChart<Number, Number> chart) {
        String oks = String.format(Locale.ROOT, "%.2f", evaluation.parameters().oksThresholds()[threshold]);
        ToggleButton button = new ToggleButton(oks.substring(1));
        button.setSelected(thresholds.contains(threshold));
        button.getStyleClass().add("small-button");
        button.setAccessibleText(messages.text("compare.pr.threshold", oks));
        button.selectedProperty().subscribe((before, shown) -> {
            if (shown) {
                thresholds.add(threshold);
            } else {
                thresholds.remove(threshold);
            }
            drawCurves(chart, evaluation);
        });
        return button;
    }

    private void drawCurves(LineChart<Number, Number> chart, Evaluation evaluation) {
        Accumulation accumulation = evaluation.accumulation();
        chart.getData().clear();
        if (accumulation.categoryCount() == 0) {
            return;
        }
        double[] recalls = evaluation.parameters().recallThresholds();
        for (int t : thresholds) {
            double[] curve = accumulation.precisionCurve(category, area, t);
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(String.format(
                    Locale.ROOT, "OKS %.2f", evaluation.parameters().oksThresholds()[t]));
            for (int r = 0; r < curve.length; r++) {
                if (curve[r] >= 0) {
                    series.getData().add(new XYChart.Data<>(recalls[r], curve[r]));
                }
            }
            chart.getData().add(series);
        }
    }

    private LineChart<Number, Number> apByThreshold(Accumulation accumulation, EvaluationParameters parameters) {
        LineChart<Number, Number> chart = lines("compare.oks-threshold", "compare.ap");
        double[] oks = parameters.oksThresholds();
        NumberAxis x = (NumberAxis) chart.getXAxis();
        x.setLowerBound(oks[0]);
        x.setUpperBound(oks[oks.length - 1]);
        x.setTickUnit(0.05);
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

    /** What believing more or fewer predictions does, and where F1 is best. */
    private VBox overConfidence(ConfidenceCurve curve) {
        LineChart<Number, Number> chart = lines("toolbar.confidence", "compare.confidence.share");
        List.of(
                        series("compare.precision", curve, ConfidenceCurve.Point::precision),
                        series("compare.recall", curve, ConfidenceCurve.Point::recall),
                        series("compare.f1", curve, ConfidenceCurve.Point::f1))
                .forEach(chart.getData()::add);
        ConfidenceCurve.Point best = curve.best();
        String note = messages.text(
                "compare.confidence.note",
                String.format(Locale.ROOT, "%.3f", best.f1()),
                String.format(Locale.ROOT, "%.2f", best.confidence()),
                String.format(Locale.ROOT, "%.2f", curve.oksThreshold()));
        return card(messages.text("compare.confidence"), chart, note);
    }

    private XYChart.Series<Number, Number> series(
            String key, ConfidenceCurve curve, ToDoubleFunction<ConfidenceCurve.Point> value) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(messages.text(key));
        for (ConfidenceCurve.Point point : curve.points()) {
            double share = value.applyAsDouble(point);
            if (!Double.isNaN(share)) {
                series.getData().add(new XYChart.Data<>(point.confidence(), share));
            }
        }
        return series;
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
        y.setMinorTickVisible(false);
        y.setTickLabelFormatter(new WholeNumbers());
        BarChart<String, Number> chart = new BarChart<>(x, y);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCategoryGap(3);
        return chart;
    }
}
