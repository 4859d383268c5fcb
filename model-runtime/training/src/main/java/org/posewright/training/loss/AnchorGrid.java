package org.posewright.training.loss;

/** The anchor points of a network input: level after level, row by row, at the centres of the cells. */
public final class AnchorGrid {

    private final Level[] levels;
    private final float[] gridX;
    private final float[] gridY;
    private final float[] strides;

    /**
     * One output level.
     *
     * @param stride pixels of the input for each cell
     */
    public record Level(int width, int height, int stride) {}

    public AnchorGrid(Level... levels) {
        this.levels = levels.clone();
        int count = 0;
        for (Level level : levels) {
            count += level.width * level.height;
        }
        gridX = new float[count];
        gridY = new float[count];
        strides = new float[count];
        int at = 0;
        for (Level level : levels) {
            for (int row = 0; row < level.height; row++) {
                for (int column = 0; column < level.width; column++, at++) {
                    gridX[at] = column + 0.5f;
                    gridY[at] = row + 0.5f;
                    strides[at] = level.stride;
                }
            }
        }
    }

    public int size() {
        return gridX.length;
    }

    /** In cells of the anchor's own level. */
    public float gridX(int anchor) {
        return gridX[anchor];
    }

    public float gridY(int anchor) {
        return gridY[anchor];
    }

    public float stride(int anchor) {
        return strides[anchor];
    }

    public float inputX(int anchor) {
        return gridX[anchor] * strides[anchor];
    }

    public float inputY(int anchor) {
        return gridY[anchor] * strides[anchor];
    }

    /** Calls {@code visitor} for each anchor that may lie in the box (input pixels): all inside, and a rim of one cell. */
    void forEachNear(float left, float top, float right, float bottom, AnchorVisitor visitor) {
        int offset = 0;
        for (Level level : levels) {
            int firstColumn = clamp((int) Math.floor(left / level.stride - 0.5) - 1, level.width);
            int lastColumn = clamp((int) Math.ceil(right / level.stride - 0.5) + 1, level.width);
            int firstRow = clamp((int) Math.floor(top / level.stride - 0.5) - 1, level.height);
            int lastRow = clamp((int) Math.ceil(bottom / level.stride - 0.5) + 1, level.height);
            for (int row = firstRow; row <= lastRow; row++) {
                for (int column = firstColumn; column <= lastColumn; column++) {
                    visitor.visit(offset + row * level.width + column);
                }
            }
            offset += level.width * level.height;
        }
    }

    private static int clamp(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }

    /** Receives anchor numbers. */
    @FunctionalInterface
    interface AnchorVisitor {
        void visit(int anchor);
    }
}
