package org.posewright.annotations.convert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.posewright.annotations.convert.ExportReport.LeftOut;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.storage.NumberText;

/**
 * Makes the rows of a YOLO label file as Ultralytics' {@code convert_coco(use_keypoints=True)} does: crowds, empty boxes, people with
 * the class and box of an earlier one, and COCO people without keypoints (the rule of 8.4) are left out.
 */
final class YoloRows {

    /** A box is held by its corner; its centre went through up to three roundings. */
    private static final int CENTER_ULPS = 4;

    private final ExportOptions options;
    private final int valuesPerKeypoint;

    YoloRows(ExportOptions options, int valuesPerKeypoint) {
        this.options = options;
        this.valuesPerKeypoint = valuesPerKeypoint;
    }

    /**
     * The content of one label file.
     *
     * @param text rows, each ended by a line feed
     */
    record Rows(String text, int people, LeftOut leftOut) {}

    private record Identity(int category, Box box) {}

    Rows of(ImageRecord image) {
        StringBuilder text = new StringBuilder();
        Set<Identity> seen = new HashSet<>();
        int people = 0;
        LeftOut leftOut = LeftOut.NOBODY;
        for (PersonInstance person : image.people()) {
            LeftOut reason = reason(image, person);
            if (reason.total() == 0 && !seen.add(identity(image, person))) {
                reason = new LeftOut(0, 0, 0, 1);
            }
            if (reason.total() == 0) {
                text.append(row(image, person)).append('\n');
                people++;
            }
            leftOut = leftOut.plus(reason);
        }
        return new Rows(text.toString(), people, leftOut);
    }

    private LeftOut reason(ImageRecord image, PersonInstance person) {
        boolean nothingLabeled = person.keypoints().labeledCount() == 0;
        if (person.crowd()) {
            return new LeftOut(1, 0, 0, 0);
        }
        if (!(person.box().width() > 0 && person.box().height() > 0)) {
            return new LeftOut(0, 0, 1, 0);
        }
        boolean absent = nothingLabeled
                && image.cocoId().isPresent()
                && person.declaredKeypoints().isEmpty();
        boolean unwanted = options.people() == ExportOptions.People.WITH_KEYPOINTS && person.isIgnoredByEvaluator();
        return absent || unwanted ? new LeftOut(0, 1, 0, 0) : LeftOut.NOBODY;
    }

    /** Compared are the normalised values, as the converter does. */
    private static Identity identity(ImageRecord image, PersonInstance person) {
        double width = image.size().width();
        double height = image.size().height();
        Box box = person.box();
        return new Identity(
                person.categoryIndex(),
                new Box(box.centerX() / width, box.centerY() / height, box.width() / width, box.height() / height));
    }

    private String row(ImageRecord image, PersonInstance person) {
        int width = image.size().width();
        int height = image.size().height();
        Box box = person.box();
        StringJoiner row = new StringJoiner(" ");
        row.add(Integer.toString(person.categoryIndex()));
        row.add(normalized(box.centerX(), width, CENTER_ULPS));
        row.add(normalized(box.centerY(), height, CENTER_ULPS));
        row.add(normalized(box.width(), width, CENTER_ULPS));
        row.add(normalized(box.height(), height, CENTER_ULPS));
        Keypoints points = person.keypoints();
        for (int k = 0; k < points.size(); k++) {
            boolean placed = hasPlace(points, k);
            row.add(normalized(placed ? points.x(k) : 0, width, 0));
            row.add(normalized(placed ? points.y(k) : 0, height, 0));
            if (valuesPerKeypoint == 3) {
                row.add(Integer.toString(points.visibility(k).flag()));
            }
        }
        return row.toString();
    }

    /** A point whose label was taken away in the program has no place in a file. */
    static boolean hasPlace(Keypoints points, int index) {
        return points.isLabeled(index) || points.provenance(index) == Provenance.FILE;
    }

    private String normalized(double pixels, int size, int ulps) {
        return options.digits() == ExportOptions.Digits.SIX
                ? NumberText.general(pixels / size)
                : shortestFor(pixels, size, ulps);
    }

    /**
     * The shortest text that gives {@code pixels} back when a reader multiplies it by {@code size}.
     *
     * @param ulps how many units in the last place of {@code pixels} it may miss
     */
    static String shortestFor(double pixels, int size, int ulps) {
        double value = pixels / size;
        BigDecimal exact = new BigDecimal(value);
        double tolerance = ulps * Math.ulp(pixels);
        int most = 17;
        for (int digits = 1; digits <= most; digits++) {
            double shorter =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
            if (Math.abs(shorter * size - pixels) <= tolerance) {
                return NumberText.shortest(shorter);
            }
        }
        return NumberText.shortest(value);
    }

    /** Whether a picture belongs to the lists of the dataset. */
    boolean lists(Rows rows) {
        return options.people() == ExportOptions.People.ALL || rows.people() > 0;
    }

    static List<String> splitsInOrder(List<String> splits) {
        List<String> known = List.of("train", "val", "test");
        return java.util.stream.Stream.concat(
                        known.stream().filter(splits::contains),
                        splits.stream().filter(split -> !known.contains(split)))
                .toList();
    }
}
