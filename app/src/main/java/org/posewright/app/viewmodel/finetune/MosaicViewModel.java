package org.posewright.app.viewmodel.finetune;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.training.BatchPreview;
import org.posewright.app.training.DataChoice;
import org.posewright.app.training.FlipCheck;
import org.posewright.app.training.RunFiles;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.editor.PictureLoader;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SampleTile;

/** The batches that the trainer sees: those of a run, or those that the dialog's settings would give. */
public final class MosaicViewModel {

    /** More samples do not fit a screen. */
    private static final int SAMPLES_SHOWN = 16;

    private final Workspace workspace;
    private final TrainingServices services;
    private final TaskSlot making;
    private final IntegerProperty epoch = new SimpleIntegerProperty(this, "epoch", 1);
    private final IntegerProperty batch = new SimpleIntegerProperty(this, "batch", 1);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ReadOnlyBooleanWrapper ofRun = new ReadOnlyBooleanWrapper(this, "ofRun");
    private final TaskSlot looking;
    private final PictureLoader loader;
    private final ReadOnlyObjectWrapper<@Nullable TileSource> tileSource =
            new ReadOnlyObjectWrapper<>(this, "tileSource");
    private boolean isHeld;
    private @Nullable Source source;
    private @Nullable RunFiles run;
    private @Nullable BatchPreview kept;

    /**
     * A batch on the screen.
     *
     * @param epoch from 1; likewise {@code batch}
     * @param samples at most some; {@code size} says how many there are
     * @param pictures the samples' pixels for the screen
     */
    public record Shown(
            Skeleton skeleton,
            int epoch,
            int batch,
            int batches,
            int size,
            List<Sample> samples,
            List<Picture> pictures,
            List<FlipCheck.Mistake> flipMistakes) {}

    /** A picture as the dataset has it, with its labels in its own pixels. */
    public record TileSource(ImageRecord record, Skeleton skeleton, Picture picture) {}

    /** Makes the batches, off the FX thread. */
    @FunctionalInterface
    private interface Source {
        BatchPreview open(org.posewright.annotations.work.CancellationToken token) throws Exception;
    }

    public MosaicViewModel(Workspace workspace, TrainingServices services, PictureLoader loader) {
        this.workspace = workspace;
        this.services = services;
        this.loader = loader;
        making = new TaskSlot(services.tasks());
        looking = new TaskSlot(services.tasks());
        epoch.subscribe((before, after) -> show());
        batch.subscribe((before, after) -> show());
    }

    /** From 1. */
    public IntegerProperty epochProperty() {
        return epoch;
    }

    /** From 1, within the epoch. */
    public IntegerProperty batchProperty() {
        return batch;
    }

    /** Whether the batch shown is the one that a running run is at. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Null until a batch has been made. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why nothing is shown; empty when something is. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the batches are those of a run, not what the dialog's settings would give. */
    public ReadOnlyBooleanProperty ofRunProperty() {
        return ofRun.getReadOnlyProperty();
    }

    /** Shows batches of a run from its own arguments and labels. */
    public void showRun(RunFiles wanted) {
        if (!wanted.equals(run) || shown.get() == null) {
            begin(token -> BatchPreview.ofRun(wanted, token));
            setRun(wanted);
        }
    }

    /** While somebody looks at a part of the batch, it stays. */
    public void setHeld(boolean held) {
        isHeld = held;
    }

    /** Goes along with a run that trains, while {@link #followingProperty} wants it. */
    public void arriveAt(int newEpoch, int newBatch) {
        if (following.get() && !isHeld) {
            batch.set(newBatch);
            epoch.set(newEpoch);
        }
    }

    /** Shows what the dialog's settings would give. */
    public void showSettings(TrainingSettings settings, DataChoice choice) {
        Optional<DatasetSession> session = workspace.session();
        if (session.isEmpty()) {
            clear(services.messages().text("train.missing.dataset"));
            return;
        }
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            message.set(problems.get(0));
            return;
        }
        TrainingArguments arguments = settings.arguments();
        Dataset dataset = session.get().store().snapshot();
        Map<ImageKey, ImageStatus> statuses = session.get().store().statuses();
        begin(token -> BatchPreview.of(choice.of(dataset, statuses).dataset(), arguments));
    }

    /** The picture of the open dataset that a tile comes from, when it is open. */
    public Optional<ImageKey> origin(SampleTile tile) {
        return SnapshotOrigin.find(workspace, tile.source());
    }

    /** Opens a tile's picture; the screen's job is to come forward. */
    public void openPicture(SampleTile tile, Runnable onOpened) {
        if (SnapshotOrigin.open(workspace, tile.source())) {
            onOpened.run();
        }
    }

    /** The picture that a tile comes from, with its labels as they went into the batch; empty when no batch is shown. */
    public Optional<ImageRecord> record(SampleTile tile) {
        return Optional.ofNullable(kept).flatMap(preview -> preview.source(tile));
    }

    /** The picture that the chosen tile comes from, with its own labels; null while it is loaded or none is chosen. */
    public ReadOnlyObjectProperty<@Nullable TileSource> tileSourceProperty() {
        return tileSource.getReadOnlyProperty();
    }

    /** Loads the picture of a tile; null for none. */
    public void choose(@Nullable SampleTile tile) {
        looking.cancel();
        BatchPreview preview = kept;
        Optional<ImageRecord> record = tile == null ? Optional.empty() : record(tile);
        TileSource before = tileSource.get();
        if (before != null
                && record.isPresent()
                && before.record().key().equals(record.get().key())) {
            return;
        }
        tileSource.set(null);
        if (preview == null) {
            return;
        }
        record.ifPresent(image ->
                looking.submit(TaskRequest.<Picture>quiet(Lane.IO, (progress, token) -> loader.load(image.file()))
                        .onSuccess(picture -> tileSource.set(new TileSource(image, preview.skeleton(), picture)))
                        .onFailure(failure -> message.set(String.valueOf(failure.getMessage())))));
    }

    /** Forgets what was shown. */
    public void clear(String reason) {
        making.cancel();
        source = null;
        setRun(null);
        kept = null;
        shown.set(null);
        message.set(reason);
    }

    private void begin(Source wanted) {
        source = wanted;
        setRun(null);
        kept = null;
        show();
    }

    private void setRun(@Nullable RunFiles wanted) {
        run = wanted;
        ofRun.set(wanted != null);
    }

    private void show() {
        Source wanted = source;
        if (wanted == null) {
            return;
        }
        BatchPreview open = kept;
        int wantedEpoch = Math.max(1, epoch.get());
        int wantedBatch = Math.max(1, batch.get());
        making.submit(TaskRequest.<Made>quiet(Lane.IO, (progress, token) -> {
                    BatchPreview preview = open == null ? wanted.open(token) : open;
                    token.throwIfCancelled();
                    return make(preview, wantedEpoch, wantedBatch);
                })
                .onSuccess(made -> {
                    kept = made.preview;
                    message.set("");
                    shown.set(made.shown);
                })
                .onFailure(failure -> {
                    shown.set(null);
                    message.set(String.valueOf(failure.getMessage()));
                }));
    }

    private record Made(BatchPreview preview, Shown shown) {}

    private static Made make(BatchPreview preview, int epoch, int batch) {
        int within = Math.min(batch, preview.batchCount());
        List<Sample> samples = preview.samples(epoch - 1, within - 1);
        List<Sample> first = samples.subList(0, Math.min(SAMPLES_SHOWN, samples.size()));
        return new Made(
                preview,
                new Shown(
                        preview.skeleton(),
                        epoch,
                        within,
                        preview.batchCount(),
                        samples.size(),
                        first,
                        first.stream().map(MosaicViewModel::picture).toList(),
                        FlipCheck.of(preview.skeleton())));
    }

    private static Picture picture(Sample sample) {
        byte[] bgr = sample.picture().bgr();
        int[] argb = new int[sample.width() * sample.height()];
        for (int i = 0; i < argb.length; i++) {
            int at = 3 * i;
            argb[i] = 0xff000000 | (bgr[at + 2] & 0xff) << 16 | (bgr[at + 1] & 0xff) << 8 | bgr[at] & 0xff;
        }
        return new Picture(new ImageSize(sample.width(), sample.height()), argb);
    }
}
