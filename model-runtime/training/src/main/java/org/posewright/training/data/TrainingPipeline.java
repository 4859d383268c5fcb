package org.posewright.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.posewright.training.augment.Augmentation;
import org.posewright.training.augment.AugmentationSettings;
import org.posewright.training.augment.LetterboxFrame;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SampleRandom;
import org.posewright.training.augment.TrainingAugmentation;

/**
 * The batches of a training run by epoch and number: the same for the trainer and for anyone who looks at them, whatever the number
 * of threads. Thread-safe.
 */
public final class TrainingPipeline {

    private final TrainingSet set;
    private final PipelineSettings settings;
    private final int keypointCount;
    private final List<RectangularOrder.Group> rectangles;

    public TrainingPipeline(TrainingSet set, PipelineSettings settings, int keypointCount) {
        this.set = set;
        this.settings = settings;
        this.keypointCount = keypointCount;
        rectangles = settings.rectangular()
                ? RectangularOrder.of(set.images(), settings.batch(), settings.imageSize(), 0)
                : List.of();
    }

    public PipelineSettings settings() {
        return settings;
    }

    /** Batches of one epoch. */
    public int batchCount() {
        return (set.size() + settings.batch() - 1) / settings.batch();
    }

    /** The pictures of one batch, by number. */
    public List<Integer> indices(int epoch, int batch) {
        if (settings.rectangular()) {
            return rectangles.get(batch).indices();
        }
        int[] order = shuffled(epoch);
        List<Integer> part = new ArrayList<>();
        int from = batch * settings.batch();
        for (int i = from; i < Math.min(from + settings.batch(), order.length); i++) {
            part.add(order[i]);
        }
        return part;
    }

    /** One picture as it is trained on in one batch of one epoch. */
    public Sample sample(int epoch, int batch, int index) {
        return augmentation(epoch, batch).apply(set.load(index), SampleRandom.ofSample(settings.seed(), epoch, index));
    }

    /** All samples of one batch, made on the calling thread: what a preview shows. */
    public List<Sample> preview(int epoch, int batch) {
        return indices(epoch, batch).stream()
                .map(index -> sample(epoch, batch, index))
                .toList();
    }

    PixelBatch join(List<Sample> samples) {
        return PixelBatch.of(samples, keypointCount);
    }

    private Augmentation augmentation(int epoch, int batch) {
        AugmentationSettings wanted = settings.hasMosaic(epoch)
                ? settings.augmentation()
                : settings.augmentation().withoutMosaic();
        BatchShape shape =
                settings.rectangular() ? rectangles.get(batch).shape() : BatchShape.square(settings.imageSize());
        return TrainingAugmentation.of(
                wanted, set, settings.flipOrder(), new LetterboxFrame(shape.width(), shape.height(), true));
    }

    private int[] shuffled(int epoch) {
        RandomGenerator random = SampleRandom.ofEpoch(settings.seed(), epoch);
        int[] order = new int[set.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
