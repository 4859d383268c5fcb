package org.posewright.app.report;

import java.util.List;
import java.util.Locale;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;

/** Background errors as cards of the HTML report: by OKS threshold, and by what makes people hard to find. */
final class BackgroundTables {

    private BackgroundTables() {}

    static String sections(BackgroundReport report) {
        return HtmlReport.card("Background errors by OKS threshold", byThreshold(report))
                + HtmlReport.wideCard(
                        "Who is missed",
                        "<div class='tables'>" + groups("labelled keypoints", report.byLabelledPoints())
                                + groups("other boxes that overlap it", report.byOverlap())
                                + groups("area in square pixels", report.bySize())
                                + "</div>"
                                + HtmlReport.note(
                                        "At OKS 0.75. Other boxes: annotations of the picture with box IoU above 0.1."
                                                + " False positives: detections of that size that mean nobody."));
    }

    private static String byThreshold(BackgroundReport report) {
        StringBuilder table =
                new StringBuilder("<table><tr><th>OKS</th><th>false positives</th><th>false negatives</th></tr>");
        for (int t = 0; t < report.oksThresholds().size(); t++) {
            table.append("<tr><td>")
                    .append(String.format(
                            Locale.ROOT, "%.2f", report.oksThresholds().get(t)))
                    .append(HtmlReport.cell(
                            Long.toString(report.falsePositives().get(t))))
                    .append(HtmlReport.cell(
                            Long.toString(report.falseNegatives().get(t))))
                    .append("</td></tr>");
        }
        return table.append("</table>").toString();
    }

    private static String groups(String what, List<BackgroundReport.Group> groups) {
        StringBuilder table = new StringBuilder("<table><tr><th>" + Html.text(what)
                + "</th><th>people</th><th>missed</th><th>found</th><th>false positives</th></tr>");
        for (BackgroundReport.Group group : groups) {
            String found =
                    Double.isNaN(group.recall()) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * group.recall());
            table.append("<tr><td>")
                    .append(Html.text(group.rangeText()))
                    .append(HtmlReport.cell(Long.toString(group.people())))
                    .append(HtmlReport.cell(Long.toString(group.missed())))
                    .append(HtmlReport.cell(found))
                    .append(HtmlReport.cell(group.falsePositives() < 0 ? "–" : Long.toString(group.falsePositives())))
                    .append("</td></tr>");
        }
        return table.append("</table>").toString();
    }
}
