package org.posewright.app.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.Accumulation;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.report.ConfidenceCurve;
import org.posewright.annotations.evaluation.report.EvaluationReport;

/** The curves of the HTML report as cards. */
final class ReportCurves {

    private static final int ALL_AREAS = 0;
    private static final int AT_50 = 0;
    private static final int AT_75 = 5;
    private static final int AT_95 = 9;

    private final EvaluationReport report;
    private final Accumulation accumulation;

    ReportCurves(EvaluationReport report) {
        this.report = report;
        accumulation = report.evaluation().accumulation();
    }

    /** Precision over recall of a category. */
    String precision(int category) {
        String heading = "Precision over recall"
                + (accumulation.categoryCount() == 1
                        ? ""
                        : ", category " + report.evaluation().input().axes().categoryId(category));
        List<SvgChart.Curve> curves = List.of(
                new SvgChart.Curve("OKS 0.50", accumulation.precisionCurve(category, ALL_AREAS, AT_50)),
                new SvgChart.Curve("OKS 0.75", accumulation.precisionCurve(category, ALL_AREAS, AT_75)),
                new SvgChart.Curve("OKS 0.95", accumulation.precisionCurve(category, ALL_AREAS, AT_95)));
        return HtmlReport.card(heading, SvgChart.curves(heading, "recall", "precision", curves));
    }

    /** AP at each OKS threshold for each size of person. */
    String apBySize() {
        String heading = "AP by OKS threshold and size";
        EvaluationParameters parameters = report.evaluation().parameters();
        int thresholds = parameters.thresholdCount();
        double[] oks = parameters.oksThresholds();
        List<SvgChart.Curve> curves = IntStream.range(0, parameters.areaRanges().size())
                .mapToObj(a -> new SvgChart.Curve(
                        parameters.areaRanges().get(a).label(),
                        IntStream.range(0, thresholds)
                                .mapToDouble(t -> accumulation.averagePrecision(a, t))
                                .toArray()))
                .toList();
        SvgChart.Axis axis = new SvgChart.Axis("OKS threshold", oks[0], oks[thresholds - 1], thresholds - 1);
        return HtmlReport.card(
                heading,
                SvgChart.curves(heading, axis, "AP", curves)
                        + HtmlReport.note("Medium: 32² to 96² pixels of area; large: above."));
    }

    /** Precision, recall and F1 over the confidence. */
    String overConfidence() {
        String heading = "Confidence";
        ConfidenceCurve curve = report.confidence();
        List<SvgChart.Curve> curves = List.of(
                over(curve, "precision", ConfidenceCurve.Point::precision),
                over(curve, "recall", ConfidenceCurve.Point::recall),
                over(curve, "F1", ConfidenceCurve.Point::f1));
        ConfidenceCurve.Point best = curve.best();
        return HtmlReport.card(
                heading,
                SvgChart.curves(heading, "confidence", "share", curves)
                        + HtmlReport.note(String.format(
                                Locale.ROOT,
                                "F1 is best, %.3f, at confidence %.2f. A prediction is right from OKS %.2f on.",
                                best.f1(),
                                best.confidence(),
                                curve.oksThreshold())));
    }

    private static SvgChart.Curve over(
            ConfidenceCurve curve, String name, ToDoubleFunction<ConfidenceCurve.Point> value) {
        return new SvgChart.Curve(
                name,
                curve.points().stream()
                        .mapToDouble(value)
                        .map(share -> Double.isNaN(share) ? -1 : share)
                        .toArray());
    }
}
