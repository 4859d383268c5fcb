package org.posewright.annotations.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;
import org.posewright.annotations.evaluation.diagnosis.DiagnosisCase;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.KeypointStatistics;
import org.posewright.annotations.evaluation.suspect.VerdictBook;

/** Tables for spreadsheets: lines with commas, the first one names the columns; texts are quoted. */
public final class ReportCsv {

    private ReportCsv() {}

    /** One line for each keypoint. */
    public static List<String> keypoints(EvaluationReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("keypoint,sigma,labeled,ap,mean_similarity,median_distance_px,median_relative_distance,"
                + "good,jitter,inversion,swap,miss");
        for (KeypointStatistics s : report.localisation().keypoints()) {
            int k = s.keypoint();
            StringBuilder line =
                    new StringBuilder(quoted(report.skeleton().keypointNames().get(k)));
            append(line, report.skeleton().sigmas().get(k), s.labeledCount(), s.ap(), s.meanSimilarity());
            append(line, s.medianDistancePixels(), s.medianRelativeDistance());
            for (KeypointError error : KeypointError.values()) {
                append(line, report.diagnosis().counts().of(error, k));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** One line for each keypoint that is not good. */
    public static List<String> keypointCases(EvaluationReport report) {
        EvaluationInput input = report.evaluation().input();
        List<String> lines = new ArrayList<>();
        lines.add("image_id,person_id,detection_id,keypoint,class,own_similarity,nearest_similarity,distance_px");
        for (DiagnosisCase.KeypointCase c : report.diagnosis().keypointCases()) {
            StringBuilder line = new StringBuilder(Long.toString(c.place().imageId(input)));
            append(line, c.place().people(input).id(c.place().person().orElseThrow()));
            append(line, c.place().detections(input).id(c.place().detection().orElseThrow()));
            line.append(',').append(quoted(report.skeleton().keypointNames().get(c.keypoint())));
            line.append(',').append(c.error().name().toLowerCase(Locale.ROOT));
            append(line, c.ownSimilarity(), c.similarity(), c.distancePixels());
            lines.add(line.toString());
        }
        return lines;
    }

    /** One line for each verdict. */
    public static List<String> verdicts(VerdictBook book) {
        List<String> lines = new ArrayList<>();
        lines.add("image,about,verdict");
        book.verdicts()
                .forEach((subject, verdict) -> lines.add(quoted(subject.image().path())
                        + ','
                        + quoted(subject.phrase())
                        + ','
                        + verdict.name().toLowerCase(Locale.ROOT)));
        return lines;
    }

    /** One line for each group of people at OKS 0.75: what makes them hard to find. */
    public static List<String> background(BackgroundReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("by,from,to,people,missed,recall,false_positives");
        groups(lines, "labelled_points", report.byLabelledPoints());
        groups(lines, "overlapping_boxes", report.byOverlap());
        groups(lines, "area_px", report.bySize());
        return lines;
    }

    private static void groups(List<String> lines, String by, List<BackgroundReport.Group> groups) {
        for (BackgroundReport.Group group : groups) {
            StringBuilder line = new StringBuilder(by);
            append(line, group.from(), Double.isInfinite(group.to()) ? Double.NaN : group.to());
            append(line, group.people(), group.missed(), group.recall());
            append(line, group.falsePositives() < 0 ? Double.NaN : group.falsePositives());
            lines.add(line.toString());
        }
    }

    private static void append(StringBuilder line, Number... values) {
        for (Number value : values) {
            boolean undefined = Double.isNaN(value.doubleValue());
            line.append(',').append(undefined ? "" : value.toString());
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
