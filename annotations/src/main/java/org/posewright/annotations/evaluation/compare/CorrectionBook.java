package org.posewright.annotations.evaluation.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;

/**
 * The corrections that were saved, by picture, and their text form: one line for each, keypoint, place before, place after and root of
 * the area, then the picture, with tabulators between. Immutable.
 */
public record CorrectionBook(Map<ImageKey, List<JointCorrection>> byImage) {

    public static final CorrectionBook EMPTY = new CorrectionBook(Map.of());

    private static final int FIELDS = 7;

    public CorrectionBook {
        Map<ImageKey, List<JointCorrection>> copy = new LinkedHashMap<>();
        byImage.forEach((image, corrections) -> {
            if (!corrections.isEmpty()) {
                copy.put(image, List.copyOf(corrections));
            }
        });
        byImage = Collections.unmodifiableMap(copy);
    }

    /** The corrections of one picture; usually none. */
    public List<JointCorrection> of(ImageKey image) {
        return byImage.getOrDefault(image, List.of());
    }

    /** This book with other corrections of some pictures. */
    public CorrectionBook with(Map<ImageKey, List<JointCorrection>> changed) {
        Map<ImageKey, List<JointCorrection>> all = new LinkedHashMap<>(byImage);
        all.putAll(changed);
        return new CorrectionBook(all);
    }

    /** The text form. */
    public List<String> toLines() {
        return byImage.values().stream()
                .flatMap(Collection::stream)
                .map(one -> String.join(
                        "\t",
                        Integer.toString(one.keypoint()),
                        Double.toString(one.fromX()),
                        Double.toString(one.fromY()),
                        Double.toString(one.toX()),
                        Double.toString(one.toY()),
                        Double.toString(one.rootArea()),
                        one.image().path()))
                .toList();
    }

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException naming the line that is no correction
     */
    public static CorrectionBook ofLines(List<String> lines) {
        Map<ImageKey, List<JointCorrection>> read = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            JointCorrection one = ofLine(lines.get(i), i + 1);
            read.computeIfAbsent(one.image(), image -> new ArrayList<>()).add(one);
        }
        return new CorrectionBook(read);
    }

    private static JointCorrection ofLine(String line, int number) {
        // A picture's name may hold tabulators itself: it is the rest.
        String[] fields = line.split("\t", FIELDS);
        try {
            JointCorrection one = new JointCorrection(
                    new ImageKey(fields[FIELDS - 1]),
                    Integer.parseInt(fields[0]),
                    Double.parseDouble(fields[1]),
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]),
                    Double.parseDouble(fields[5]));
            if (one.keypoint() >= 0 && one.rootArea() > 0 && Double.isFinite(one.squaredRelativeDistance())) {
                return one;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
            throw noCorrection(line, number, broken);
        }
        throw noCorrection(line, number, null);
    }

    private static IllegalArgumentException noCorrection(String line, int number, @Nullable Throwable why) {
        return new IllegalArgumentException(
                "line " + number + " is not a keypoint, five numbers and a picture: '" + line + "'; remove the line",
                why);
    }
}
