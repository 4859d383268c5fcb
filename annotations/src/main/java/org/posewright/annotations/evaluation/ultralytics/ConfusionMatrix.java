package org.posewright.annotations.evaluation.ultralytics;

import java.util.Arrays;

/**
 * How often boxes of one class were predicted where another class was labelled. One class more than the dataset has stands for
 * background: nothing predicted, or nothing labelled. Immutable.
 */
public final class ConfusionMatrix {

    /** Where Ultralytics takes detections into the matrix when no other confidence was asked for. */
    public static final double DEFAULT_CONFIDENCE = 0.25;

    private static final double EPSILON = 1e-9;

    private final int[][] counts;

    /** @param counts [predicted][labelled], square, the background last */
    ConfusionMatrix(int[][] counts) {
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** Classes of the dataset, without the background. */
    public int classCount() {
        return counts.length - 1;
    }

    /** The row and column of the background. */
    public int background() {
        return classCount();
    }

    /** Boxes predicted as one class where another is labelled; either may be {@link #background()}. */
    public int count(int predicted, int labelled) {
        return counts[predicted][labelled];
    }

    /** {@link #count} as a share of its column, as Ultralytics' normalised picture shows it; 0 in an empty column. */
    public double share(int predicted, int labelled) {
        double column = 0;
        for (int[] row : counts) {
            column += row[labelled];
        }
        return counts[predicted][labelled] / (column + EPSILON);
    }
}
