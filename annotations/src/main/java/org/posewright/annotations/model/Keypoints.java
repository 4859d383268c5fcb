package org.posewright.annotations.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The keypoints of one person in skeleton order; immutable. Packed into two arrays because a training set holds millions.
 */
public final class Keypoints {

    private static final Provenance[] PROVENANCES = Provenance.values();
    private static final int VISIBILITY_BITS = 2;
    private static final int VISIBILITY_MASK = (1 << VISIBILITY_BITS) - 1;

    private final double[] xy;
    private final byte[] flags;

    private Keypoints(double[] xy, byte[] flags) {
        this.xy = xy;
        this.flags = flags;
    }

    public static Keypoints of(List<Keypoint> points) {
        Builder builder = new Builder(points.size());
        points.forEach(builder::add);
        return builder.build();
    }

    /** {@code count} points without a label. */
    public static Keypoints unlabeled(int count) {
        return new Keypoints(new double[2 * count], new byte[count]);
    }

    public int size() {
        return flags.length;
    }

    public double x(int index) {
        return xy[2 * index];
    }

    public double y(int index) {
        return xy[2 * index + 1];
    }

    public Visibility visibility(int index) {
        return Visibility.ofFlag(flags[index] & VISIBILITY_MASK);
    }

    public Provenance provenance(int index) {
        return PROVENANCES[flags[index] >> VISIBILITY_BITS];
    }

    public boolean isLabeled(int index) {
        return (flags[index] & VISIBILITY_MASK) != 0;
    }

    public Keypoint get(int index) {
        return new Keypoint(x(index), y(index), visibility(index), provenance(index));
    }

    /** These points with one of them replaced. */
    public Keypoints with(int index, Keypoint point) {
        Keypoints copy = new Keypoints(xy.clone(), flags.clone());
        copy.xy[2 * index] = point.x();
        copy.xy[2 * index + 1] = point.y();
        copy.flags[index] = pack(point);
        return copy;
    }

    /** Number of points with v &gt; 0: COCO's {@code num_keypoints}. */
    public int labeledCount() {
        int count = 0;
        for (byte flag : flags) {
            count += (flag & VISIBILITY_MASK) == 0 ? 0 : 1;
        }
        return count;
    }

    /** The smallest box around the labelled points; empty when there are none. */
    public Optional<Box> labeledExtent() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            if (isLabeled(i)) {
                left = Math.min(left, x(i));
                top = Math.min(top, y(i));
                right = Math.max(right, x(i));
                bottom = Math.max(bottom, y(i));
            }
        }
        return left > right ? Optional.empty() : Optional.of(Box.ofCorners(left, top, right, bottom));
    }

    public List<Keypoint> toList() {
        List<Keypoint> list = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            list.add(get(i));
        }
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Keypoints that && Arrays.equals(xy, that.xy) && Arrays.equals(flags, that.flags);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xy) + Arrays.hashCode(flags);
    }

    @Override
    public String toString() {
        return toList().toString();
    }

    private static byte pack(Keypoint point) {
        return (byte) (point.provenance().ordinal() << VISIBILITY_BITS
                | point.visibility().flag());
    }

    /** Collects points without an object for each. */
    public static final class Builder {
        private final double[] xy;
        private final byte[] flags;
        private int count;

        public Builder(int size) {
            xy = new double[2 * size];
            flags = new byte[size];
        }

        public Builder add(Keypoint point) {
            return add(point.x(), point.y(), point.visibility(), point.provenance());
        }

        public Builder add(double x, double y, Visibility visibility, Provenance provenance) {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("keypoint (" + x + ", " + y + ") is not finite");
            }
            xy[2 * count] = x;
            xy[2 * count + 1] = y;
            flags[count++] = (byte) (provenance.ordinal() << VISIBILITY_BITS | visibility.flag());
            return this;
        }

        /**
         * @throws IllegalStateException if fewer points were added than announced
         */
        public Keypoints build() {
            if (count != flags.length) {
                throw new IllegalStateException(count + " of " + flags.length + " keypoints were added");
            }
            return new Keypoints(xy.clone(), flags.clone());
        }
    }
}
