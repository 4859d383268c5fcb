package org.posewright.app.view.finetune;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;

/** Curves over epochs. Their colours are those of the style sheet, by position. */
final class CurveChart {

    /**
     * One curve.
     *
     * @param style class such as {@code curve-dashed}; empty for a plain line
     */
    record Curve(String name, String style, List<double[]> points) {}

    private static final int VALUE_TICKS = 4;

    private final NumberAxis epochs = new NumberAxis();
    private final NumberAxis values = new NumberAxis();
    private final LineChart<Number, Number> chart = new LineChart<>(epochs, values);
    private final VBox card;
    private List<String> names = List.of();

    CurveChart(Messages messages, String titleKey) {
        chart.setCreateSymbols(false);
        chart.setAnimated(false);
        chart.setMinSize(0, 0);
        chart.setPrefHeight(240);
        chart.getStyleClass().add("run-chart");
        chart.setAccessibleText(messages.text(titleKey));
        epochs.setLabel(messages.text("train.axis.epoch"));
        epochs.setAutoRanging(false);
        epochs.setMinorTickVisible(false);
        values.setMinorTickVisible(false);
        card = Cards.card(messages, titleKey, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        card.setMinSize(0, 0);
    }

    VBox node() {
        return card;
    }

    /** Shows curves up to an epoch; {@code percentScale} fixes the values to 0 … 1. */
    void show(List<Curve> curves, int lastEpoch, boolean unitScale) {
        int last = Math.max(1, lastEpoch);
        epochs.setUpperBound(last);
        epochs.setTickUnit(tick(last));
        double top = unitScale ? 1 : top(curves);
        values.setAutoRanging(false);
        values.setLowerBound(0);
        values.setUpperBound(top);
        values.setTickUnit(top / VALUE_TICKS);
        List<String> wanted = curves.stream().map(Curve::name).toList();
        if (!wanted.equals(names) || isEmptied(curves)) {
            names = wanted;
            chart.getData().setAll(curves.stream().map(CurveChart::series).toList());
        }
        for (int i = 0; i < curves.size(); i++) {
            XYChart.Series<Number, Number> series = chart.getData().get(i);
            update(series.getData(), finite(curves.get(i)));
            if (series.getNode() != null
                    && !curves.get(i).style().isEmpty()
                    && !series.getNode().getStyleClass().contains(curves.get(i).style())) {
                series.getNode().getStyleClass().add(curves.get(i).style());
            }
        }
    }

    /** A chart goes on showing the line of a series that lost all its points. */
    private boolean isEmptied(List<Curve> curves) {
        for (int i = 0; i < curves.size(); i++) {
            if (!chart.getData().get(i).getData().isEmpty()
                    && finite(curves.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static XYChart.Series<Number, Number> series(Curve curve) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(curve.name());
        return series;
    }

    private static List<double[]> finite(Curve curve) {
        return curve.points().stream()
                .filter(point -> Double.isFinite(point[1]))
                .toList();
    }

    /** Touches only what is new: a run tells several times a second, and a curve has hundreds of points. */
    private static void update(ObservableList<XYChart.Data<Number, Number>> data, List<double[]> points) {
        if (data.size() > points.size()) {
            data.remove(points.size(), data.size());
        }
        for (int i = 0; i < data.size(); i++) {
            double[] point = points.get(i);
            XYChart.Data<Number, Number> old = data.get(i);
            if (old.getXValue().doubleValue() != point[0] || old.getYValue().doubleValue() != point[1]) {
                old.setXValue(point[0]);
                old.setYValue(point[1]);
            }
        }
        List<XYChart.Data<Number, Number>> added = new ArrayList<>();
        for (double[] point : points.subList(data.size(), points.size())) {
            added.add(new XYChart.Data<>(point[0], point[1]));
        }
        data.addAll(added);
    }

    /** A round number above all values. */
    private static double top(List<Curve> curves) {
        double highest = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(point -> point[1])
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, 1e-6))));
        for (double step : new double[] {1, 2, 4, 6, 8, 10}) {
            if (step * power >= highest) {
                return step * power;
            }
        }
        return highest;
    }

    private static double tick(int last) {
        double raw = last / 5.0;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(raw, 1))));
        double share = raw / power;
        return Math.max(1, power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10));
    }
}
