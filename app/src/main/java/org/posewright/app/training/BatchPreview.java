package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.training.TrainingData;
import org.posewright.training.TrainingPlan;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SampleTile;
import org.posewright.training.data.TrainingPipeline;

/** The batches of a run, made by the trainer's own pipeline, so that seed and step give the same pixels and labels. */
public final class BatchPreview {

    private final TrainingPipeline pipeline;
    private final Dataset dataset;

    private BatchPreview(TrainingPipeline pipeline, Dataset dataset) {
        this.pipeline = pipeline;
        this.dataset = dataset;
    }

    /**
     * @throws org.posewright.training.TrainingException if the dataset has nothing to train on
     */
    public static BatchPreview of(Dataset dataset, TrainingArguments arguments) {
        TrainingPlan plan = new TrainingPlan(arguments);
        TrainingData data = TrainingData.of(dataset, arguments);
        return new BatchPreview(data.preview(plan), dataset);
    }

    /** The batches of a run that has begun, from its own arguments and label snapshot. */
    public static BatchPreview ofRun(RunFiles run, CancellationToken token) throws IOException {
        TrainingArguments arguments =
                TrainingArguments.ofYaml(Files.readString(run.folder().arguments()));
        return of(load(Path.of(arguments.text("data")), arguments, token), arguments);
    }

    private static Dataset load(Path data, TrainingArguments arguments, CancellationToken token) throws IOException {
        DatasetSource source =
                new DatasetRecognizer(Path.of("")).open(OpenRequest.of(data), ProgressListener.NONE, token);
        List<ImageEntry> wanted = new ArrayList<>(source.entries(arguments.text("train_split")));
        if (!arguments.text("split").equals(arguments.text("train_split"))) {
            wanted.addAll(source.entries(arguments.text("split")));
        }
        return source.loadAll(wanted, ProgressListener.NONE, token).dataset();
    }

    public Skeleton skeleton() {
        return dataset.skeleton();
    }

    /** The picture that a tile comes from, with its labels as they were before augmentation; in pixels of that picture. */
    public Optional<ImageRecord> source(SampleTile tile) {
        return dataset.images().stream()
                .filter(image -> image.key().equals(tile.source()))
                .findFirst();
    }

    public int batchCount() {
        return pipeline.batchCount();
    }

    /**
     * The samples of a batch.
     *
     * @param epoch 0-based
     * @param batch 0-based
     * @throws java.io.UncheckedIOException if a picture cannot be read
     */
    public List<Sample> samples(int epoch, int batch) {
        return pipeline.preview(epoch, batch);
    }
}
