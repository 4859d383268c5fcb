package org.posewright.training.augment;

import java.util.List;

/**
 * Mirrors a sample; every mirror image exchanges left and right of a body, so points follow the skeleton's flip order in both
 * directions (as in Ultralytics 8.4).
 */
final class Flip {

    private final int[] order;

    /**
     * @param order new point {@code i} is old point {@code order[i]}
     */
    Flip(List<Integer> order) {
        this.order = order.stream().mapToInt(Integer::intValue).toArray();
    }

    Sample leftRight(Sample sample) {
        return mirrored(sample, new PlaneTransform(-1, 0, sample.width(), 0, 1, 0, 0, 0, 1), true);
    }

    Sample upDown(Sample sample) {
        return mirrored(sample, new PlaneTransform(1, 0, 0, 0, -1, sample.height(), 0, 0, 1), false);
    }

    private Sample mirrored(Sample sample, PlaneTransform mirror, boolean isHorizontal) {
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
