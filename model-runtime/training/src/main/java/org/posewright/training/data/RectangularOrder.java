package org.posewright.training.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.model.ImageRecord;

/** Pictures sorted by aspect ratio and cut into batches that share the smallest shape. */
public final class RectangularOrder {

    private RectangularOrder() {}

    /** One batch: numbers of pictures and the shape they are padded to. */
    public record Group(List<Integer> indices, BatchShape shape) {}

    /**
     * @param padding see {@link BatchShape#fitting}
     */
    public static List<Group> of(List<ImageRecord> images, int batch, int longSide, double padding) {
        List<Integer> sorted = IntStream.range(0, images.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> ratio(images.get(i))))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += batch) {
            List<Integer> part = sorted.subList(from, Math.min(from + batch, sorted.size()));
            double lowest = ratio(images.get(part.get(0)));
            double highest = ratio(images.get(part.get(part.size() - 1)));
            groups.add(new Group(part, BatchShape.fitting(lowest, highest, longSide, padding)));
        }
        return groups;
    }

    private static double ratio(ImageRecord image) {
        return image.size().height() / (double) image.size().width();
    }
}
