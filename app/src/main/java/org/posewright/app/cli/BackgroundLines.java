package org.posewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;

/** Background errors as lines of text. */
final class BackgroundLines {

    private BackgroundLines() {}

    static List<String> of(BackgroundReport report) {
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < report.oksThresholds().size(); t++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "at OKS %.2f: %d detections mean nobody, %d people are not found",
                    report.oksThresholds().get(t),
                    report.falsePositives().get(t),
                    report.falseNegatives().get(t)));
        }
        add(lines, "labelled keypoints", report.byLabelledPoints());
        add(lines, "overlapping boxes", report.byOverlap());
        add(lines, "area px", report.bySize());
        return lines;
    }

    private static void add(List<String> lines, String what, List<BackgroundReport.Group> groups) {
        for (BackgroundReport.Group group : groups) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %-14s %6d people, %6d missed at OKS 0.75",
                    what,
                    group.rangeText(),
                    group.people(),
                    group.missed()));
        }
    }
}
