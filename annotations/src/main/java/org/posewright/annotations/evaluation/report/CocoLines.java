package org.posewright.annotations.evaluation.report;

import java.util.List;
import java.util.Locale;
import org.posewright.annotations.evaluation.CocoSummary;

/** COCO's ten numbers as pycocotools prints them. */
public final class CocoLines {

    private static final String ALL_THRESHOLDS = "0.50:0.95";

    private CocoLines() {}

    /** Ten lines in pycocotools' order and format. */
    public static List<String> of(CocoSummary s) {
        return List.of(
                precision(ALL_THRESHOLDS, "all", s.ap()),
                precision("0.50", "all", s.ap50()),
                precision("0.75", "all", s.ap75()),
                precision(ALL_THRESHOLDS, "medium", s.apMedium()),
                precision(ALL_THRESHOLDS, "large", s.apLarge()),
                recall(ALL_THRESHOLDS, "all", s.ar()),
                recall("0.50", "all", s.ar50()),
                recall("0.75", "all", s.ar75()),
                recall(ALL_THRESHOLDS, "medium", s.arMedium()),
                recall(ALL_THRESHOLDS, "large", s.arLarge()));
    }

    private static String precision(String oks, String area, double value) {
        return line("Average Precision", "(AP)", oks, area, value);
    }

    private static String recall(String oks, String area, double value) {
        return line("Average Recall", "(AR)", oks, area, value);
    }

    private static String line(String title, String type, String oks, String area, double value) {
        return String.format(
                Locale.ROOT, " %-18s %s @[ IoU=%-9s | area=%6s | maxDets= 20 ] = %.3f", title, type, oks, area, value);
    }
}
