package org.posewright.app.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.diagnosis.ErrorCounts;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.KeypointStatistics;
import org.posewright.annotations.evaluation.diagnosis.OksHistogram;
import org.posewright.annotations.evaluation.diagnosis.RepairStep;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;

/** Writes an {@link EvaluationReport} as one HTML page that needs no network and no script. */
public final class HtmlReport {

    private final EvaluationReport report;
    private final String title;
    private final List<ReportPicture> pictures;
    private final VerdictBook verdicts;

    /**
     * @param title heads the page, such as the names of model and dataset
     * @param pictures cases to show, worst first
     * @param verdicts what the person who looked decided
     */
    public HtmlReport(EvaluationReport report, String title, List<ReportPicture> pictures, VerdictBook verdicts) {
        this.report = report;
        this.title = title;
        this.pictures = List.copyOf(pictures);
        this.verdicts = verdicts;
    }

    /** The page. */
    public String html() {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><style>%s</style></head><body><main>
                <h1>%s</h1><p class="note">%s</p>
                <div class="cards">%s</div>
                </main></body></html>
                """
                .formatted(
                        Html.text(title),
                        STYLE,
                        Html.text(title),
                        Html.text(whatWasCompared()),
                        String.join("\n", sections()));
    }

    private String whatWasCompared() {
        EvaluationInput input = report.evaluation().input();
        return input.axes().imageCount() + " pictures, " + input.truth().peopleCount() + " labelled people, "
                + input.detections().detectionCount() + " predictions. Written by Posewright.";
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        sections.add(card(
                "COCO keypoints",
                numbers(report.evaluation().summary().byName())
                        + note(
                                "OKS and AP with pycocotools' arithmetic, to the last digit; 20 detections a picture; crowds and people"
                                        + " without labelled keypoints are ignored. Sigmas: "
                                        + report.skeleton().sigmaSource() + ".")));
        sections.add(
                card(
                        "Ultralytics' own metric",
                        numbers(report.ultralytics().byName())
                                + note(
                                        "Not COCO's: every label counts, area is 0.53 × box, the curve ends optimistically (rule of 8.3).")));
        ReportCurves curves = new ReportCurves(report);
        for (int c = 0; c < report.evaluation().accumulation().categoryCount(); c++) {
            sections.add(curves.precision(c));
        }
        sections.add(curves.apBySize());
        sections.add(curves.overConfidence());
        sections.add(
                card(
                        "What the errors are",
                        SvgChart.bars(
                                        "Error classes",
                                        report.diagnosis().counts().total(),
                                        errorBars())
                                + note(
                                        "Labelled keypoints of matched people, over all predictions, classed after Ronchi and Perona (2017).")));
        sections.add(
                card("AP gained if repaired, each alone", SvgChart.bars("Repair gains", largestGain(), gainBars())));
        sections.add(card(
                "OKS of matched people",
                SvgChart.bars("OKS histogram", largestBin(), histogramBars())
                        + note("People that count and were not found: "
                                + report.localisation().histogram().missedPeople() + ".")));
        sections.add(BackgroundTables.sections(report.background()));
        sections.add(wideCard("Keypoints", keypointTable()));
        if (!verdicts.verdicts().isEmpty()) {
            sections.add(wideCard("Verdicts", verdictTable()));
        }
        if (!pictures.isEmpty()) {
            sections.add(wideCard(
                    "Cases, worst first",
                    gallery() + note("Filled discs and solid limbs: label. Rings and dashed limbs: prediction.")));
        }
        return sections;
    }

    private static String numbers(Map<String, Double> values) {
        StringBuilder rows = new StringBuilder("<table>");
        values.forEach((name, value) -> rows.append(String.format(
                Locale.ROOT, "<tr><td>%s</td><td class='n'>%s</td></tr>", Html.text(name), number(value, 4))));
        return rows.append("</table>").toString();
    }

    private List<SvgChart.Bar> errorBars() {
        ErrorCounts counts = report.diagnosis().counts();
        return java.util.Arrays.stream(KeypointError.values())
                .map(error -> new SvgChart.Bar(
                        words(error.name()),
                        counts.of(error),
                        String.format(Locale.ROOT, "%d (%.1f %%)", counts.of(error), 100 * counts.share(error))))
                .toList();
    }

    private List<SvgChart.Bar> gainBars() {
        return java.util.Arrays.stream(RepairStep.values())
                .map(step -> new SvgChart.Bar(
                        words(step.name()),
                        report.gains().gainAlone(step),
                        String.format(Locale.ROOT, "%+.4f", report.gains().gainAlone(step))))
                .toList();
    }

    private double largestGain() {
        return java.util.Arrays.stream(RepairStep.values())
                .mapToDouble(report.gains()::gainAlone)
                .max()
                .orElse(0);
    }

    private long largestBin() {
        return java.util.Arrays.stream(report.localisation().histogram().counts())
                .max()
                .orElse(0);
    }

    private List<SvgChart.Bar> histogramBars() {
        OksHistogram histogram = report.localisation().histogram();
        long[] counts = histogram.counts();
        return IntStream.range(0, counts.length)
                .mapToObj(bin -> new SvgChart.Bar(
                        String.format(Locale.ROOT, "from %.2f", histogram.lowerEdge(bin)),
                        counts[bin],
                        Long.toString(counts[bin])))
                .toList();
    }

    private String keypointTable() {
        StringBuilder table = new StringBuilder("<table class='wide'><tr><th>keypoint</th><th>labelled</th><th>AP</th>"
                + "<th>mean similarity</th><th>median error px</th><th>sigma</th>");
        for (KeypointError error : KeypointError.values()) {
            table.append("<th>").append(words(error.name())).append("</th>");
        }
        table.append("</tr>");
        ErrorCounts counts = report.diagnosis().counts();
        for (KeypointStatistics k : report.localisation().keypoints()) {
            table.append("<tr><td>")
                    .append(Html.text(report.skeleton().keypointNames().get(k.keypoint())))
                    .append(cell(Long.toString(k.labeledCount())))
                    .append(cell(number(k.ap(), 4)))
                    .append(cell(number(k.meanSimilarity(), 3)))
                    .append(cell(number(k.medianDistancePixels(), 2)))
                    .append(cell(number(report.skeleton().sigmas().get(k.keypoint()), 3)));
            for (KeypointError error : KeypointError.values()) {
                table.append(cell(Long.toString(counts.of(error, k.keypoint()))));
            }
            table.append("</tr>");
        }
        return table.append("</table>").toString();
    }

    private String verdictTable() {
        StringBuilder table =
                new StringBuilder("<table class='wide'><tr><th>picture</th><th>about</th><th>verdict</th></tr>");
        verdicts.verdicts().forEach((subject, verdict) -> table.append("<tr><td>")
                .append(Html.text(subject.image().path()))
                .append(cell(about(subject)))
                .append(cell(words(verdict.name())))
                .append("</td></tr>"));
        return table.append("</table>").toString();
    }

    /** Whom and which joints, by their names. */
    private String about(VerdictSubject subject) {
        if (subject.place().isEmpty()) {
            return "picture";
        }
        List<String> names = report.skeleton().keypointNames();
        String who = new VerdictSubject(subject.image(), subject.place(), List.of()).phrase();
        return subject.joints().isEmpty()
                ? who
                : who + ", "
                        + subject.joints().stream()
                                .map(joint -> joint < names.size() ? names.get(joint) : "joint " + joint)
                                .collect(Collectors.joining(", "));
    }

    private String gallery() {
        StringBuilder figures = new StringBuilder("<div class='gallery'>");
        for (ReportPicture picture : pictures) {
            figures.append("<figure><img alt='")
                    .append(Html.text(picture.title()))
                    .append("' src='data:image/jpeg;base64,")
                    .append(Base64.getEncoder().encodeToString(picture.jpeg()))
                    .append("'><figcaption><b>")
                    .append(Html.text(picture.title()))
                    .append("</b> ")
                    .append(Html.text(picture.caption()))
                    .append("</figcaption></figure>");
        }
        return figures.append("</div>").toString();
    }

    static String card(String heading, String body) {
        return "<section><h2>" + Html.text(heading) + "</h2>" + body + "</section>";
    }

    static String wideCard(String heading, String body) {
        return "<section class='wide'><h2>" + Html.text(heading) + "</h2>" + body + "</section>";
    }

    static String note(String text) {
        return "<p class='note'>" + Html.text(text) + "</p>";
    }

    static String cell(String text) {
        return "</td><td class='n'>" + Html.text(text);
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) || value == -1 ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --fg:#1f2328; --bg:#f6f8fa; --card:#fff; --line:#d0d7de; --dim:#636c76; --blue:#0969da; }
            @media (prefers-color-scheme: dark) { :root { --fg:#e6edf3; --bg:#0d1117; --card:#161b22; --line:#30363d; --dim:#8d96a0; --blue:#4493f8; } }
            body { margin:0; background:var(--bg); color:var(--fg); font:14px/1.5 system-ui,sans-serif; }
            main { max-width:1380px; margin:auto; padding:24px; } h1 { font-size:22px; margin-bottom:4px; } h1 + .note { margin:0 0 16px; } h2 { font-size:13px; letter-spacing:.04em; text-transform:uppercase; color:var(--dim); margin:0 0 8px; }
            .cards { display:flex; flex-wrap:wrap; gap:16px; } section { flex:1 1 400px; box-sizing:border-box; min-width:0; background:var(--card); border:1px solid var(--line); border-radius:8px; padding:16px; overflow:auto; } section.wide { flex-basis:100%; }
            .tables { display:flex; flex-wrap:wrap; gap:0 24px; } .tables > table { flex:1 1 400px; width:auto; align-self:flex-start; }
            table { border-collapse:collapse; width:100%; } td,th { padding:2px 8px; border-bottom:1px solid var(--line); text-align:left; font-weight:400; } th { color:var(--dim); } th:not(:first-child) { text-align:right; } .n { text-align:right; font-variant-numeric:tabular-nums; white-space:nowrap; }
            .note { color:var(--dim); font-size:12px; margin:8px 0 0; } svg { width:100%; } .grid { stroke:var(--line); } .tick { fill:var(--dim); font-size:11px; } .label { fill:var(--fg); font-size:12px; } .bar { fill:var(--blue); }
            .curve { fill:none; stroke-width:2; } .curve.c0 { stroke:#3cb4ff; } .curve.c1 { stroke:#ff9f45; } .curve.c2 { stroke:#a371f7; } .legend { font-size:12px; } .legend.c0 { fill:#3cb4ff; } .legend.c1 { fill:#ff9f45; } .legend.c2 { fill:#a371f7; }
            .gallery { display:grid; grid-template-columns:repeat(auto-fill,minmax(300px,1fr)); gap:12px; } figure { margin:0; } img { width:100%; aspect-ratio:4/3; object-fit:contain; background:#000; border-radius:6px; } figcaption { font-size:12px; color:var(--dim); }
            """;
}
