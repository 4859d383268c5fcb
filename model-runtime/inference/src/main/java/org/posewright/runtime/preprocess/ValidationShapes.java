package org.posewright.runtime.preprocess;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.model.ImageSize;

/**
 * The network input shapes of the reference's rectangular validation: pictures sorted by aspect ratio, each batch as narrow as its
 * extreme allows, with half a stride of slack.
 */
public final class ValidationShapes {

    private static final double SLACK_STRIDES = 0.5;

    private ValidationShapes() {}

    /**
     * @param sizes of all pictures, in list order
     * @param longSide (imgsz)
     * @return the shape for each picture, in list order
     */
    public static List<InputSize> plan(List<ImageSize> sizes, int longSide, int batch, int stride) {
        List<Integer> order = IntStream.range(0, sizes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> aspect(sizes.get(index))))
                .toList();
        InputSize[] shapes = new InputSize[sizes.size()];
        for (int from = 0; from < order.size(); from += batch) {
            List<Integer> members = order.subList(from, Math.min(from + batch, order.size()));
            double least = aspect(sizes.get(members.get(0)));
            double most = aspect(sizes.get(members.get(members.size() - 1)));
            InputSize shape = shape(least, most, longSide, stride);
            members.forEach(index -> shapes[index] = shape);
        }
        return List.of(shapes);
    }

    /**
     * @param least smallest height / width of the batch
     * @param most largest height / width of the batch
     */
    private static InputSize shape(double least, double most, int longSide, int stride) {
        double height = most < 1 ? most : 1;
        double width = least > 1 ? 1 / least : 1;
        return new InputSize(padded(width, longSide, stride), padded(height, longSide, stride));
    }

    private static int padded(double share, int longSide, int stride) {
        return (int) Math.ceil(share * longSide / stride + SLACK_STRIDES) * stride;
    }

    private static double aspect(ImageSize size) {
        return size.height() / (double) size.width();
    }
}
