package org.posewright.training.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mirrors a sample with some probability; every mirror image exchanges left and right of a body, so points follow the skeleton's
 * flip order in both directions (as in Ultralytics 8.4).
 */
public final class Flip implements Augmentation {

    private final Direction direction;
    private final double probability;
    private final int[] order;

    /** Which way a sample is mirrored. */
    public enum Direction {
        LEFT_RIGHT,
        UP_DOWN
    }

    /**
     * @param order new point {@code i} is old point {@code order[i]}
     */
    public Flip(Direction direction, double probability, List<Integer> order) {
        this.direction = direction;
        this.probability = probability;
        this.order = order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Sample apply(Sample sample, RandomGenerator random) {
        if (random.nextDouble() >= probability) {
            return sample;
        }
        boolean isHorizontal = direction == Direction.LEFT_RIGHT;
        PlaneTransform mirror = isHorizontal
                ? new PlaneTransform(-1, 0, sample.width(), 0, 1, 0, 0, 0, 1)
                : new PlaneTransform(1, 0, 0, 0, -1, sample.height(), 0, 0, 1);
        return new Sample(
                mirrored(sample.picture(), isHorizontal),
                sample.people().stream().map(p -> flipped(p, mirror)).toList(),
                sample.dropped().stream()
                        .map(d -> new DroppedPerson(flipped(d.person(), mirror), d.reason()))
                        .toList(),
                sample.tiles().stream().map(t -> t.moved(mirror)).toList());
    }

    private SamplePerson flipped(SamplePerson person, PlaneTransform mirror) {
        SamplePerson moved = person.moved(mirror);
        return moved.with(moved.box(), moved.points().permuted(order));
    }

    private static Picture mirrored(Picture picture, boolean isHorizontal) {
        int row = picture.width() * Picture.CHANNELS;
        byte[] from = picture.bgr();
        byte[] to = new byte[from.length];
        for (int y = 0; y < picture.height(); y++) {
            if (isHorizontal) {
                for (int x = 0; x < row; x += Picture.CHANNELS) {
                    int source = y * row + row - Picture.CHANNELS - x;
                    to[y * row + x] = from[source];
                    to[y * row + x + 1] = from[source + 1];
                    to[y * row + x + 2] = from[source + 2];
                }
            } else {
                System.arraycopy(from, y * row, to, (picture.height() - 1 - y) * row, row);
            }
        }
        return new Picture(picture.width(), picture.height(), to);
    }
}
