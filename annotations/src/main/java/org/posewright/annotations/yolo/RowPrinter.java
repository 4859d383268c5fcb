package org.posewright.annotations.yolo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Visibility;

/** Writes people as label columns: whole rows, or only the columns that say something else than a row already does. */
final class RowPrinter {

    /** How far a number that is read back may lie from what was meant; far below what a screen or a network resolves. */
    private static final double TOLERANCE_PIXELS = 1e-5;

    private static final double ROUNDING_PIXELS = 1e-9;
    private static final int FEWEST_DECIMALS = 6;
    private static final int MOST_DECIMALS = 17;

    /** Without a flag, a negative coordinate is all that says "not labelled"; Ultralytics 8.4 accepts down to -0.01. */
    private static final String UNLABELED_WITHOUT_FLAG = "-0.005";

    private final RowCodec codec;
    private final List<String> remarks = new ArrayList<>();

    RowPrinter(RowCodec codec) {
        this.codec = codec;
    }

    List<String> remarks() {
        return remarks;
    }

    /** A row of its own, without a line end. */
    String newRow(PersonInstance person) {
        int width = codec.frame().width();
        int height = codec.frame().height();
        Box box = person.box();
        StringBuilder row = new StringBuilder().append(person.categoryIndex());
        row.append(' ').append(number(box.centerX(), width));
        row.append(' ').append(number(box.centerY(), height));
        row.append(' ').append(number(box.width(), width));
        row.append(' ').append(number(box.height(), height));
        for (int i = 0; i < codec.keypointCount(); i++) {
            point(person, i).forEach(token -> row.append(' ').append(token));
        }
        return row.toString();
    }

    /** The columns whose text must change so that {@code row} says what {@code person} is. */
    Map<Integer, String> changes(double[] row, PersonInstance person) {
        Map<Integer, String> changes = new HashMap<>();
        if ((int) row[0] != person.categoryIndex()) {
            changes.put(0, Integer.toString(person.categoryIndex()));
        }
        boxChanges(row, person.box(), changes);
        for (int i = 0; i < codec.keypointCount(); i++) {
            pointChanges(row, person, i, changes);
        }
        return changes;
    }

    private void boxChanges(double[] row, Box box, Map<Integer, String> changes) {
        Box inFile = codec.box(row);
        int width = codec.frame().width();
        int height = codec.frame().height();
        if (inFile.x() != box.x() || inFile.width() != box.width()) {
            put(changes, row, RowCodec.CENTER_X, number(box.centerX(), width), same(inFile.centerX(), box.centerX()));
            put(changes, row, RowCodec.WIDTH, number(box.width(), width), same(inFile.width(), box.width()));
        }
        if (inFile.y() != box.y() || inFile.height() != box.height()) {
            put(changes, row, RowCodec.CENTER_Y, number(box.centerY(), height), same(inFile.centerY(), box.centerY()));
            put(changes, row, RowCodec.HEIGHT, number(box.height(), height), same(inFile.height(), box.height()));
        }
    }

    private void pointChanges(double[] row, PersonInstance person, int index, Map<Integer, String> changes) {
        Keypoints points = person.keypoints();
        Visibility inFile = codec.visibility(row, index);
        boolean labeled = points.isLabeled(index);
        if (!labeled && !inFile.isLabeled() && !clearsPosition(row, points, index)) {
            return;
        }
        List<String> tokens = point(person, index);
        int column = codec.column(index);
        boolean same = labeled == inFile.isLabeled();
        put(changes, row, column, tokens.get(0), labeled && same && codec.x(row, index) == points.x(index));
        put(changes, row, column + 1, tokens.get(1), labeled && same && codec.y(row, index) == points.y(index));
        if (codec.hasVisibility() && inFile != points.visibility(index)) {
            changes.put(column + 2, tokens.get(2));
        }
    }

    /** Centre and corner are computed from one another, which costs a last bit. */
    private static boolean same(double inFilePixels, double pixels) {
        return Math.abs(inFilePixels - pixels) <= ROUNDING_PIXELS;
    }

    /** Where a point without label keeps coordinates in the file and the person's are (0, 0), someone tidied up. */
    private boolean clearsPosition(double[] row, Keypoints points, int index) {
        return codec.hasVisibility()
                && points.x(index) == 0
                && points.y(index) == 0
                && (codec.x(row, index) != 0 || codec.y(row, index) != 0);
    }

    private static void put(Map<Integer, String> changes, double[] row, int column, String token, boolean unchanged) {
        if (!unchanged && Double.parseDouble(token) != row[column]) {
            changes.put(column, token);
        }
    }

    private List<String> point(PersonInstance person, int index) {
        Keypoints points = person.keypoints();
        int width = codec.frame().width();
        int height = codec.frame().height();
        if (!points.isLabeled(index)) {
            return codec.hasVisibility()
                    ? List.of("0", "0", "0")
                    : List.of(UNLABELED_WITHOUT_FLAG, UNLABELED_WITHOUT_FLAG);
        }
        if (codec.hasVisibility()) {
            String flag = Integer.toString(points.visibility(index).flag());
            return List.of(number(points.x(index), width), number(points.y(index), height), flag);
        }
        if (points.x(index) < 0 || points.y(index) < 0) {
            remarks.add(
                    "keypoint " + (index + 1) + " of person " + person.id()
                            + " was moved to the picture's edge: rows without visibility flags cannot hold negative coordinates");
        }
        return List.of(number(Math.max(0, points.x(index)), width), number(Math.max(0, points.y(index)), height));
    }

    /** The fewest decimals, at least six, that read back within the tolerance. */
    private static String number(double pixels, int sidePixels) {
        BigDecimal exact = new BigDecimal(pixels / sidePixels);
        for (int decimals = FEWEST_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
            BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
            if (Math.abs(rounded.doubleValue() * sidePixels - pixels) <= TOLERANCE_PIXELS) {
                return rounded.toPlainString();
            }
        }
        return exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
