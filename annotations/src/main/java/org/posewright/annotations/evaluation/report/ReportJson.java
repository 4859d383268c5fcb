package org.posewright.annotations.evaluation.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.evaluation.Accumulation;
import org.posewright.annotations.evaluation.AreaRange;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnosis;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.KeypointStatistics;
import org.posewright.annotations.evaluation.diagnosis.OksHistogram;
import org.posewright.annotations.evaluation.diagnosis.RepairGains;
import org.posewright.annotations.evaluation.diagnosis.RepairStep;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;

/** Writes results for programs, every number in full double precision. Numbers that are undefined are null. */
public final class ReportJson {

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes COCO's numbers, and all other views when there is a report. */
    public static void write(Evaluation evaluation, Optional<EvaluationReport> report, Writer out) throws IOException {
        write(evaluation, report, VerdictBook.EMPTY, out);
    }

    /** The same with what the person who looked decided; without verdicts nothing is said about them. */
    public static void write(Evaluation evaluation, Optional<EvaluationReport> report, VerdictBook verdicts, Writer out)
            throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            ReportJson writer = new ReportJson(generator);
            generator.writeStartObject();
            writer.numbers("coco", evaluation.summary().byName());
            writer.perThreshold(evaluation);
            if (report.isPresent()) {
                writer.views(report.get());
            }
            writer.verdicts(verdicts);
            generator.writeEndObject();
        }
    }

    private void views(EvaluationReport report) throws IOException {
        numbers("ultralytics", report.ultralytics().byName());
        diagnosis(report);
        json.writeArrayFieldStart("perKeypoint");
        for (KeypointStatistics statistics : report.localisation().keypoints()) {
            keypoint(report, statistics);
        }
        json.writeEndArray();
        histogram(report.localisation().histogram());
        background(report.background());
        confidence(report.confidence());
        curves(report.evaluation());
    }

    private void numbers(String name, Map<String, Double> numbers) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            number(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    private void perThreshold(Evaluation evaluation) throws IOException {
        Accumulation accumulation = evaluation.accumulation();
        json.writeObjectFieldStart("apPerThreshold");
        int index = 0;
        for (AreaRange range : evaluation.parameters().areaRanges()) {
            json.writeArrayFieldStart(range.label());
            for (int t = 0; t < evaluation.parameters().thresholdCount(); t++) {
                json.writeNumber(accumulation.averagePrecision(index, t));
            }
            json.writeEndArray();
            index++;
        }
        json.writeEndObject();
    }

    private void diagnosis(EvaluationReport report) throws IOException {
        ErrorDiagnosis diagnosis = report.diagnosis();
        json.writeObjectFieldStart("diagnosis");
        json.writeNumberField("matchedPeople", diagnosis.matchedPeople());
        json.writeNumberField("falseNegatives", diagnosis.falseNegatives().size());
        json.writeNumberField("falsePositives", diagnosis.falsePositives().size());
        json.writeNumberField("scoringErrors", diagnosis.scoringCases().size());
        json.writeNumberField("reorderedImageShare", diagnosis.reorderedImageShare());
        json.writeObjectFieldStart("keypoints");
        for (KeypointError error : KeypointError.values()) {
            json.writeNumberField(label(error), diagnosis.counts().of(error));
        }
        json.writeEndObject();
        gains(report.gains());
        json.writeEndObject();
    }

    private void gains(RepairGains gains) throws IOException {
        json.writeObjectFieldStart("apIfRepaired");
        number("baseline", gains.baselineAp());
        for (boolean alone : new boolean[] {true, false}) {
            json.writeObjectFieldStart(alone ? "alone" : "progressive");
            Map<RepairStep, Double> ap = alone ? gains.apAlone() : gains.apProgressive();
            for (RepairStep step : RepairStep.values()) {
                number(label(step), ap.getOrDefault(step, Double.NaN));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void keypoint(EvaluationReport report, KeypointStatistics statistics) throws IOException {
        int k = statistics.keypoint();
        json.writeStartObject();
        json.writeStringField("name", report.skeleton().keypointNames().get(k));
        number("sigma", report.skeleton().sigmas().get(k));
        json.writeNumberField("labeled", statistics.labeledCount());
        number("AP", statistics.ap());
        number("meanSimilarity", statistics.meanSimilarity());
        number("medianDistancePixels", statistics.medianDistancePixels());
        number("medianRelativeDistance", statistics.medianRelativeDistance());
        for (KeypointError error : KeypointError.values()) {
            json.writeNumberField(label(error), report.diagnosis().counts().of(error, k));
        }
        json.writeEndObject();
    }

    private void histogram(OksHistogram histogram) throws IOException {
        json.writeObjectFieldStart("oksHistogram");
        json.writeNumberField("missed", histogram.missedPeople());
        json.writeFieldName("counts");
        long[] counts = histogram.counts();
        json.writeArray(counts, 0, counts.length);
        json.writeEndObject();
    }

    private void background(BackgroundReport background) throws IOException {
        json.writeObjectFieldStart("background");
        json.writeArrayFieldStart("perThreshold");
        for (int t = 0; t < background.oksThresholds().size(); t++) {
            json.writeStartObject();
            json.writeNumberField("oks", background.oksThresholds().get(t));
            json.writeNumberField("falsePositives", background.falsePositives().get(t));
            json.writeNumberField("falseNegatives", background.falseNegatives().get(t));
            json.writeEndObject();
        }
        json.writeEndArray();
        groups("byLabelledPoints", background.byLabelledPoints());
        groups("byOverlappingBoxes", background.byOverlap());
        groups("byAreaPixels", background.bySize());
        json.writeEndObject();
    }

    private void confidence(ConfidenceCurve curve) throws IOException {
        json.writeObjectFieldStart("overConfidence");
        json.writeNumberField("oks", curve.oksThreshold());
        json.writeNumberField("bestF1", curve.best().f1());
        json.writeNumberField("bestConfidence", curve.best().confidence());
        json.writeArrayFieldStart("points");
        for (ConfidenceCurve.Point point : curve.points()) {
            json.writeStartObject();
            json.writeNumberField("confidence", point.confidence());
            number("precision", point.precision());
            number("recall", point.recall());
            number("f1", point.f1());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void groups(String name, List<BackgroundReport.Group> groups) throws IOException {
        json.writeArrayFieldStart(name);
        for (BackgroundReport.Group group : groups) {
            json.writeStartObject();
            number("from", group.from());
            number("to", group.to());
            json.writeNumberField("people", group.people());
            json.writeNumberField("missed", group.missed());
            number("recall", group.recall());
            if (group.falsePositives() >= 0) {
                json.writeNumberField("falsePositives", group.falsePositives());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void verdicts(VerdictBook book) throws IOException {
        if (book.verdicts().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("verdicts");
        for (Map.Entry<VerdictSubject, Verdict> entry : book.verdicts().entrySet()) {
            json.writeStartObject();
            json.writeStringField("image", entry.getKey().image().path());
            json.writeStringField("about", entry.getKey().phrase());
            json.writeStringField("verdict", label(entry.getValue()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void curves(Evaluation evaluation) throws IOException {
        json.writeArrayFieldStart("precisionRecall");
        for (int c = 0; c < evaluation.accumulation().categoryCount(); c++) {
            for (int t = 0; t < evaluation.parameters().thresholdCount(); t++) {
                json.writeStartObject();
                json.writeNumberField("categoryId", evaluation.input().axes().categoryId(c));
                json.writeNumberField("oks", evaluation.parameters().oksThresholds()[t]);
                double[] precision = evaluation.accumulation().precisionCurve(c, 0, t);
                json.writeFieldName("precision");
                json.writeArray(precision, 0, precision.length);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
