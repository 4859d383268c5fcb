package org.posewright.training.graph;

/**
 * Centres and strides of all cells of an input, levels finest first, row-major within a level.
 *
 * @param xs centre columns in cells of the level (0.5, 1.5 …)
 * @param ys centre rows in cells of the level
 * @param strides input pixels per cell
 */
public record AnchorGrid(float[] xs, float[] ys, float[] strides) {
    private static final float CENTRE = 0.5f;

    /** @param inputHeight and {@code inputWidth} in pixels, multiples of 32 */
    public static AnchorGrid of(int inputHeight, int inputWidth) {
        int count = NetworkSpec.anchorCount(inputHeight, inputWidth);
        AnchorGrid grid = new AnchorGrid(new float[count], new float[count], new float[count]);
        int next = 0;
        for (int stride : NetworkSpec.STRIDES) {
            for (int row = 0; row < inputHeight / stride; row++) {
                for (int column = 0; column < inputWidth / stride; column++) {
                    grid.xs[next] = column + CENTRE;
                    grid.ys[next] = row + CENTRE;
                    grid.strides[next] = stride;
                    next++;
                }
            }
        }
        return grid;
    }

    public int size() {
        return strides.length;
    }
}
