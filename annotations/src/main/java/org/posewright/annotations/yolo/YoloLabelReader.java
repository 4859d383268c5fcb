package org.posewright.annotations.yolo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * Reads label rows of one skeleton. A row that cannot be read gives a finding and the others are still read, although the trainer
 * would drop the whole picture. Immutable and thread-safe.
 */
public final class YoloLabelReader {

    private final Skeleton skeleton;
    private final int categoryCount;

    /**
     * @param skeleton tells the number of columns
     * @param categoryCount {@code nc} of the dataset
     */
    public YoloLabelReader(Skeleton skeleton, int categoryCount) {
        this.skeleton = skeleton;
        this.categoryCount = categoryCount;
    }

    /**
     * @param content bytes of the label file
     * @param place of the file, for findings
     * @param frame size of the picture after EXIF rotation, in pixels
     */
    public YoloLabels read(byte[] content, LabelPlace place, ImageSize frame) {
        LabelText text = LabelText.of(content);
        RowCodec codec = new RowCodec(frame, skeleton.size(), skeleton.valuesPerKeypoint());
        RowChecks checks = new RowChecks(codec, categoryCount, place);
        List<PersonInstance> people = new ArrayList<>();
        Map<Long, Integer> lineById = new HashMap<>();
        int lastFilled = lastFilledLine(text);
        for (LabelText.Line line : text.lines()) {
            if (line.isBlank()) {
                checks.blankLine(line, lastFilled);
            } else {
                double[] row = text.numbers(line);
                if (checks.isReadable(text, line, row)) {
                    checks.values(line, row);
                    people.add(codec.person(line.number(), row));
                    lineById.put((long) line.number(), line.number());
                }
            }
        }
        return new YoloLabels(people, new RowOrder(lineById), checks.findings(), checks.verdict());
    }

    private static int lastFilledLine(LabelText text) {
        return text.lines().stream()
                .filter(line -> !line.isBlank())
                .mapToInt(LabelText.Line::number)
                .max()
                .orElse(0);
    }
}
