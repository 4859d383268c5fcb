package org.posewright.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.runtime.preprocess.InputSize;
import org.posewright.runtime.preprocess.Letterbox;
import org.posewright.training.augment.LetterboxFrame;
import org.posewright.training.augment.Sample;

/** The rectangular batches that a validation runs over, in the reference's order and geometry. */
public final class ValidationBatches {

    private static final double PADDING_STRIDES = 0.5;

    private final TrainingSet set;
    private final int imageSize;
    private final int keypointCount;
    private final List<RectangularOrder.Group> groups;

    /**
     * One batch with the way back to the pictures.
     *
     * @param images in the order of the batch, those that cannot be read left out
     */
    public record Batch(PixelBatch pixels, List<ImageRecord> images, List<Letterbox> letterboxes) {}

    public ValidationBatches(TrainingSet set, int imageSize, int batch, int keypointCount) {
        this.set = set;
        this.imageSize = imageSize;
        this.keypointCount = keypointCount;
        groups = RectangularOrder.of(set.images(), batch, imageSize, PADDING_STRIDES);
    }

    public int count() {
        return groups.size();
    }

    public TrainingSet set() {
        return set;
    }

    /**
     * Reads and pads the pictures of a batch on the calling thread.
     *
     * @return empty if none of them can be read
     */
    public Optional<Batch> load(int number) {
        RectangularOrder.Group group = groups.get(number);
        BatchShape shape = group.shape();
        LetterboxFrame frame = new LetterboxFrame(shape.width(), shape.height(), false);
        List<Sample> samples = new ArrayList<>();
        List<ImageRecord> images = new ArrayList<>();
        List<Letterbox> letterboxes = new ArrayList<>();
        for (int index : group.indices()) {
            ImageRecord image = set.image(index);
            Optional<Sample> sample = set.loadIfReadable(index);
            if (sample.isEmpty()) {
                continue;
            }
            samples.add(frame.apply(sample.get()));
            images.add(image);
            letterboxes.add(
                    exact(Letterbox.validation(image.size(), imageSize, new InputSize(shape.width(), shape.height()))));
        }
        return samples.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(PixelBatch.of(samples, keypointCount), images, letterboxes));
    }

    /**
     * The loader rounds each side of a resized picture, so both axes have a scale of their own. The reference maps labels and
     * predictions back with the vertical one alone; labels here are the original ones, so predictions take the way they came.
     */
    private static Letterbox exact(Letterbox rounded) {
        return new Letterbox(
                rounded.image(),
                rounded.input(),
                rounded.resized(),
                rounded.left(),
                rounded.top(),
                rounded.resized().width() / (double) rounded.image().width(),
                rounded.resized().height() / (double) rounded.image().height(),
                true);
    }
}
