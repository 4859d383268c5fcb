package org.posewright.annotations.yolo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.yolo.YoloLabels.TrainerVerdict;

/** The trainer's checks of label rows, in its order, told as findings instead of dropping the picture. */
final class RowChecks {

    private static final double LIMIT_8_3 = 1;
    private static final double LIMIT_8_4 = 1.01;
    private static final double NEGATIVE_8_4 = -0.01;

    private final RowCodec codec;
    private final int categoryCount;
    private final LabelPlace place;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<RowKey, Integer> firstLineByRow = new HashMap<>();
    private TrainerVerdict verdict = TrainerVerdict.USED;

    RowChecks(RowCodec codec, int categoryCount, LabelPlace place) {
        this.codec = codec;
        this.categoryCount = categoryCount;
        this.place = place;
    }

    List<Finding> findings() {
        return findings;
    }

    TrainerVerdict verdict() {
        return verdict;
    }

    /** Blank lines at the end are stripped by the trainer; a row of blanks between rows is a row without columns to it. */
    void blankLine(LabelText.Line line, int lastFilledLine) {
        if (line.end() > line.start() && line.number() < lastFilledLine && !firstLineByRow.isEmpty()) {
            dropped(
                    "yolo.blank-row",
                    line,
                    Sentence.of("yolo.blank-row", "the line holds only blanks"),
                    Sentence.of("yolo.blank-row.remedy", "delete the line"));
        }
    }

    /** Whether a person can be made of the row; says what is wrong otherwise. */
    boolean isReadable(LabelText text, LabelText.Line line, double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i])) {
                String token = text.token(line, i);
                boolean mark = line.number() == 1 && i == 0 && token.startsWith("\u00ef\u00bb\u00bf");
                dropped(
                        "yolo.not-a-number",
                        line,
                        mark
                                ? Sentence.of(
                                        "yolo.byte-order-mark",
                                        "the file begins with a byte order mark, which the trainer takes for part of a number")
                                : Sentence.of(
                                        "yolo.not-a-number",
                                        "column {0} holds '{1}', which is not a number",
                                        i + 1,
                                        token),
                        mark
                                ? Sentence.of(
                                        "yolo.byte-order-mark.remedy",
                                        "save the file as UTF-8 without a byte order mark")
                                : Sentence.of("yolo.not-a-number.remedy", "correct the number or delete the row"));
                return false;
            }
        }
        if (row.length != codec.columns()) {
            dropped(
                    "yolo.column-count",
                    line,
                    Sentence.of(
                            "yolo.column-count",
                            "the row has {0} columns where 5 + {1} x {2} = {3} are expected",
                            row.length,
                            codec.keypointCount(),
                            codec.valuesPerKeypoint(),
                            codec.columns()),
                    Sentence.of(
                            "yolo.column-count.remedy",
                            "complete or delete the row, or correct kpt_shape in the yaml"));
            return false;
        }
        return true;
    }

    /** Checks the values of a readable row. */
    void values(LabelText.Line line, double[] row) {
        upperLimit(line, row);
        negative(line, row);
        category(line, row);
        flags(line, row);
        Integer first = firstLineByRow.putIfAbsent(new RowKey(row), line.number());
        if (first != null) {
            add(
                    Severity.WARNING,
                    "yolo.duplicate-row",
                    line,
                    Sentence.of(
                            "yolo.duplicate-row",
                            "the row repeats line {0}; the trainer keeps one of them and sorts the others",
                            first),
                    Sentence.of("yolo.duplicate-row.remedy", "delete the row"));
        }
    }

    private void upperLimit(LabelText.Line line, double[] row) {
        for (int i = 0; i < codec.keypointCount(); i++) {
            double largest = Math.max(row[codec.column(i)], row[codec.column(i) + 1]);
            if (largest > LIMIT_8_3) {
                limit(
                        largest > LIMIT_8_4,
                        "yolo.coordinate-range",
                        line,
                        Sentence.of(
                                "yolo.coordinate-range",
                                "keypoint {0} lies outside the picture: {1} is more than 1",
                                i + 1,
                                largest),
                        Sentence.of("yolo.coordinate-range.remedy", "move the point into the picture"));
                return;
            }
        }
    }

    private void negative(LabelText.Line line, double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] < 0) {
                limit(
                        row[i] < NEGATIVE_8_4,
                        "yolo.negative",
                        line,
                        Sentence.of("yolo.negative", "column {0} is negative: {1}", i + 1, row[i]),
                        Sentence.of("yolo.negative.remedy", "move the point or box into the picture"));
                return;
            }
        }
    }

    private void category(LabelText.Line line, double[] row) {
        if (row[0] >= categoryCount) {
            Sentence message = Sentence.of(
                    "yolo.class", "class {0} is not below the {1} of the dataset", (long) row[0], categoryCount);
            Sentence remedy = Sentence.of("yolo.class.remedy", "correct the class, or add its name to the yaml");
            if (row[0] > categoryCount) {
                dropped("yolo.class", line, message, remedy);
            } else {
                verdict = TrainerVerdict.DROPPED;
                add(
                        Severity.ERROR,
                        "yolo.class",
                        line,
                        Sentence.of("yolo.dropped-by-8-4", "{0}; Ultralytics 8.4 leaves out the picture", message),
                        remedy);
            }
        } else if (row[0] != Math.rint(row[0])) {
            add(
                    Severity.WARNING,
                    "yolo.class",
                    line,
                    Sentence.of(
                            "yolo.class.fraction", "class {0} is not a whole number and is read as {1}", row[0], (int)
                                    row[0]),
                    Sentence.of("yolo.class.fraction.remedy", "correct the class"));
        }
    }

    private void flags(LabelText.Line line, double[] row) {
        for (int i = 0; codec.hasVisibility() && i < codec.keypointCount(); i++) {
            double flag = row[codec.column(i) + 2];
            if (flag != 0 && flag != 1 && flag != 2) {
                add(
                        Severity.WARNING,
                        "yolo.visibility",
                        line,
                        Sentence.of(
                                "yolo.visibility",
                                "keypoint {0} has visibility {1}, which is not 0, 1 or 2; it counts as labelled",
                                i + 1,
                                flag),
                        Sentence.of("yolo.visibility.remedy", "set the visibility of the point"));
                return;
            }
        }
    }

    private void limit(boolean beyond84, String code, LabelText.Line line, Sentence message, Sentence remedy) {
        if (beyond84) {
            dropped(code, line, message, remedy);
            return;
        }
        if (verdict == TrainerVerdict.USED) {
            verdict = TrainerVerdict.DROPPED_BY_8_3;
        }
        add(
                Severity.WARNING,
                code,
                line,
                Sentence.of(
                        "yolo.dropped-by-8-3",
                        "{0}; Ultralytics 8.3 leaves out the whole picture, 8.4 tolerates it",
                        message),
                remedy);
    }

    private void dropped(String code, LabelText.Line line, Sentence message, Sentence remedy) {
        verdict = TrainerVerdict.DROPPED;
        add(
                Severity.ERROR,
                code,
                line,
                Sentence.of("yolo.drops", "{0}; the trainer leaves out the whole picture", message),
                remedy);
    }

    private void add(Severity severity, String code, LabelText.Line line, Sentence message, Sentence remedy) {
        findings.add(Finding.ofFile(severity, code, place.labelFile(), message, remedy)
                .atLine(line.number())
                .atImage(place.image())
                .atPerson(line.number()));
    }

    /** A row compared as the trainer does: by value, in single precision. */
    private record RowKey(float[] values) {

        RowKey(double[] row) {
            this(new float[row.length]);
            for (int i = 0; i < row.length; i++) {
                values[i] = (float) row[i];
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RowKey that && java.util.Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(values);
        }
    }
}
