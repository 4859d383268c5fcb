package org.posewright.training.data;

import java.util.List;
import org.posewright.training.augment.LetterboxFrame;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.TrainingAugmentation;
import org.posewright.training.draw.AugmentationSettings;
import org.posewright.training.draw.BatchDraws;
import org.posewright.training.draw.DrawSettings;
import org.posewright.training.draw.SampleDraw;

/**
 * The batches of a training run by epoch and number: the same for the trainer and for anyone who looks at them, whatever the number
 * of threads. Thread-safe.
 */
public final class TrainingPipeline {

    private final TrainingSet set;
    private final PipelineSettings settings;
    private final int keypointCount;
    private final List<RectangularOrder.Group> rectangles;
    private final BatchDraws draws;

    public TrainingPipeline(TrainingSet set, PipelineSettings settings, int keypointCount) {
        this.set = set;
        this.settings = settings;
        this.keypointCount = keypointCount;
        rectangles = settings.rectangular()
                ? RectangularOrder.of(set.images(), settings.batch(), settings.imageSize(), 0)
                : List.of();
        draws = new BatchDraws(drawSettings());
    }

    private DrawSettings drawSettings() {
        AugmentationSettings wanted = settings.augmentation();
        wanted = settings.rectangular() ? wanted.withoutMosaic() : wanted;
        wanted = settings.flipOrder().isEmpty() ? wanted.withoutFlips() : wanted;
        return new DrawSettings(
                set.size(),
                settings.batch(),
                settings.imageSize(),
                wanted,
                settings.mosaicEndEpoch(),
                rectangles.stream().flatMap(group -> group.indices().stream()).toList(),
                settings.validationPictures(),
                settings.seed());
    }

    public PipelineSettings settings() {
        return settings;
    }

    /** Batches of one epoch. */
    public int batchCount() {
        return (set.size() + settings.batch() - 1) / settings.batch();
    }

    /** What chance decides about the samples of one batch. */
    public List<SampleDraw> draws(int epoch, int batch) {
        return draws.batch(epoch, batch);
    }

    /** One sample of a batch. */
    public Sample sample(int batch, SampleDraw draw) {
        BatchShape shape =
                settings.rectangular() ? rectangles.get(batch).shape() : BatchShape.square(settings.imageSize());
        LetterboxFrame frame = new LetterboxFrame(shape.width(), shape.height(), true);
        return new TrainingAugmentation(set, settings.flipOrder(), frame).apply(draw);
    }

    /** All samples of one batch, made on the calling thread: what a preview shows. */
    public List<Sample> preview(int epoch, int batch) {
        return draws(epoch, batch).stream().map(draw -> sample(batch, draw)).toList();
    }

    PixelBatch join(List<Sample> samples) {
        return PixelBatch.of(samples, keypointCount);
    }
}
