package org.posewright.annotations.yolo;

import java.util.Optional;

/** Works out {@code kpt_shape} from label rows, for datasets that do not say. Pure. */
public final class ShapeGuess {

    private ShapeGuess() {}

    /** The shape that the first readable row allows; flags that are all 0, 1 or 2 speak for three values. Empty without a row. */
    public static Optional<KeypointShape> of(byte[] labelFile) {
        LabelText text = LabelText.of(labelFile);
        for (LabelText.Line line : text.lines()) {
            int columns = line.tokenCount() - RowCodec.FIRST_KEYPOINT;
            if (columns >= 2) {
                double[] row = text.numbers(line);
                if (columns % 3 == 0 && (columns % 2 != 0 || flagsEverywhere(row))) {
                    return Optional.of(new KeypointShape(columns / 3, 3));
                }
                if (columns % 2 == 0) {
                    return Optional.of(new KeypointShape(columns / 2, 2));
                }
            }
        }
        return Optional.empty();
    }

    /** The largest class index of the readable rows; -1 without a row. */
    public static int largestClass(byte[] labelFile) {
        LabelText text = LabelText.of(labelFile);
        double largest = -1;
        for (LabelText.Line line : text.lines()) {
            if (line.tokenCount() > RowCodec.FIRST_KEYPOINT) {
                double index = text.numbers(line)[0];
                largest = index > largest ? index : largest;
            }
        }
        return (int) largest;
    }

    private static boolean flagsEverywhere(double[] row) {
        for (int i = RowCodec.FIRST_KEYPOINT + 2; i < row.length; i += 3) {
            if (row[i] != 0 && row[i] != 1 && row[i] != 2) {
                return false;
            }
        }
        return true;
    }
}
