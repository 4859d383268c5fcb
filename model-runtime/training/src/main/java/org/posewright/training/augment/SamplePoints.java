package org.posewright.training.augment;

/**
 * The keypoints of one person in a sample, in pixels of the sample. Immutable.
 *
 * <p>{@link #sourceIndex} tells which point of the label a point was: a mirrored picture swaps left and right.
 */
public final class SamplePoints {

    private final double[] xy;
    private final byte[] visibility;
    private final int[] sources;
    private final boolean[] clipped;

    private SamplePoints(double[] xy, byte[] visibility, int[] sources, boolean[] clipped) {
        this.xy = xy;
        this.visibility = visibility;
        this.sources = sources;
        this.clipped = clipped;
    }

    /** Points as labelled; the arrays are copied. */
    public static SamplePoints of(double[] xy, byte[] visibility) {
        int[] sources = new int[visibility.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = i;
        }
        return new SamplePoints(xy.clone(), visibility.clone(), sources, new boolean[visibility.length]);
    }

    public int size() {
        return visibility.length;
    }

    public double x(int index) {
        return xy[2 * index];
    }

    public double y(int index) {
        return xy[2 * index + 1];
    }

    /** COCO's flag: 0, 1 or 2. */
    public int visibility(int index) {
        return visibility[index];
    }

    public int sourceIndex(int index) {
        return sources[index];
    }

    public PointFate fate(int index) {
        if (clipped[index]) {
            return PointFate.CLIPPED;
        }
        return visibility[index] == 0 ? PointFate.UNLABELED : PointFate.KEPT;
    }

    SamplePoints mapped(PlaneTransform transform) {
        double[] moved = new double[xy.length];
        for (int i = 0; i < visibility.length; i++) {
            moved[2 * i] = transform.x(xy[2 * i], xy[2 * i + 1]);
            moved[2 * i + 1] = transform.y(xy[2 * i], xy[2 * i + 1]);
        }
        return new SamplePoints(moved, visibility, sources, clipped);
    }

    /** Points outside {@code [0, width] x [0, height]} lose their label and go to the border. */
    SamplePoints clippedTo(double width, double height) {
        return inside(width, height, false);
    }

    /** Points outside {@code [0, width] x [0, height]} go to the border and keep their label. */
    SamplePoints movedInside(double width, double height) {
        return inside(width, height, true);
    }

    private SamplePoints inside(double width, double height, boolean keepsLabels) {
        double[] inside = new double[xy.length];
        byte[] flags = visibility.clone();
        boolean[] cut = clipped.clone();
        for (int i = 0; i < flags.length; i++) {
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            if (flags[i] != 0 && (x < 0 || y < 0 || x > width || y > height)) {
                flags[i] = keepsLabels ? flags[i] : 0;
                cut[i] = true;
            }
            inside[2 * i] = Math.max(0, Math.min(width, x));
            inside[2 * i + 1] = Math.max(0, Math.min(height, y));
        }
        return new SamplePoints(inside, flags, sources, cut);
    }

    /** New point {@code i} is old point {@code order[i]}. */
    SamplePoints permuted(int[] order) {
        double[] newXy = new double[xy.length];
        byte[] newFlags = new byte[visibility.length];
        int[] newSources = new int[sources.length];
        boolean[] newClipped = new boolean[clipped.length];
        for (int i = 0; i < order.length; i++) {
            newXy[2 * i] = xy[2 * order[i]];
            newXy[2 * i + 1] = xy[2 * order[i] + 1];
            newFlags[i] = visibility[order[i]];
            newSources[i] = sources[order[i]];
            newClipped[i] = clipped[order[i]];
        }
        return new SamplePoints(newXy, newFlags, newSources, newClipped);
    }
}
