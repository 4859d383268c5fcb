package org.posewright.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.data.PictureCache;
import org.posewright.training.data.TrainableLabels;
import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.data.TrainingSet;
import org.posewright.training.data.UnreadablePictures;
import org.posewright.training.draw.DrawSettings;

/**
 * The pictures and labels of a run, taken from a snapshot of a dataset.
 *
 * @param categoryNames one name for each class
 * @param notes what a person should know before training starts, one sentence each
 */
public record TrainingData(
        Skeleton skeleton,
        List<String> categoryNames,
        List<ImageRecord> training,
        List<ImageRecord> validation,
        List<String> notes) {

    private static final double HEAP_SHARE = 0.5;
    private static final int DEFAULT_BATCH = 16;
    private static final int RECENT_BATCHES = 3;

    /**
     * Takes the splits that the arguments name.
     *
     * @throws TrainingException if there is nothing to train on or to validate on
     */
    public static TrainingData of(Dataset dataset, TrainingArguments arguments) {
        List<String> notes = new ArrayList<>();
        boolean isSingle = arguments.isTrue("single_cls");
        String trainSplit = arguments.text("train_split");
        String valSplit = arguments.text("split");
        List<ImageRecord> training = usable(dataset, trainSplit, isSingle, notes);
        int wanted = (int) Math.rint(training.size() * arguments.number("fraction"));
        training = training.subList(0, Math.min(training.size(), Math.max(1, wanted)));
        List<ImageRecord> validation = usable(dataset, valSplit, isSingle, notes);
        require(!training.isEmpty(), dataset, trainSplit, "no picture");
        require(!validation.isEmpty(), dataset, valSplit, "no picture");
        long people =
                training.stream().mapToLong(i -> TrainableLabels.of(i).size()).sum();
        require(people > 0, dataset, trainSplit, "no labelled person");
        boolean hasPoints = training.stream()
                .flatMap(image -> TrainableLabels.of(image).stream())
                .anyMatch(person -> person.keypoints().labeledCount() > 0);
        require(hasPoints, dataset, trainSplit, "no labelled keypoint");
        if (dataset.skeleton().flipIndices().isEmpty() && arguments.number("fliplr") + arguments.number("flipud") > 0) {
            notes.add("The dataset has no flip_idx, so pictures are not mirrored.");
        }
        List<String> names = isSingle ? List.of("item") : dataset.categoryNames();
        return new TrainingData(dataset.skeleton(), names, training, validation, notes);
    }

    private static void require(boolean condition, Dataset dataset, String split, String lack) {
        if (!condition) {
            throw new TrainingException("split '" + split + "' of " + dataset.name() + " has " + lack
                    + "; its splits are " + dataset.splits() + ": label some people or choose another split");
        }
    }

    private static List<ImageRecord> usable(Dataset dataset, String split, boolean isSingle, List<String> notes) {
        List<ImageRecord> present = new ArrayList<>();
        int missing = 0;
        String example = "";
        for (ImageRecord image : dataset.images(split)) {
            if (Files.isRegularFile(image.file())) {
                present.add(isSingle ? inOneClass(image) : image);
            } else {
                missing++;
                example = image.file().toString();
            }
        }
        if (missing > 0) {
            notes.add(
                    missing + " pictures of split '" + split + "' are missing and left out, such as " + example + ".");
        }
        // The reference's order, so that a seed means the same batches however the dataset was opened.
        present.sort(Comparator.comparing(image -> image.file().toString()));
        return present;
    }

    private static ImageRecord inOneClass(ImageRecord image) {
        return image.withPeople(image.people().stream()
                .map(p -> new PersonInstance(
                        p.id(), 0, p.box(), p.keypoints(), p.segmentationArea(), p.crowd(), p.declaredKeypoints()))
                .toList());
    }

    /**
     * The training pictures behind the wanted cache.
     *
     * @param unreadable gets those that cannot be read
     */
    public TrainingSet trainingSet(TrainingPlan plan, Optional<Path> cacheFolder, UnreadablePictures unreadable) {
        PictureCache kept = cache(training, plan, cacheFolder, plan.cache());
        boolean isRead =
                plan.cache() != PictureCache.Place.RAM || tooManyForRam(plan).isPresent();
        return new TrainingSet(training, isRead ? PictureCache.recent(kept, recentPictures(plan)) : kept, unreadable);
    }

    /**
     * The batches of a run.
     *
     * @param batch the batch size in use
     * @param set what {@link #trainingSet} gave
     */
    public TrainingPipeline pipeline(TrainingPlan plan, int batch, TrainingSet set) {
        return new TrainingPipeline(
                set, plan.pipeline(batch, skeleton.flipIndices(), validation.size()), skeleton.size());
    }

    /** The batches that a run of this plan will see; {@code batch=-1} counts as the reference's default of 16. */
    public TrainingPipeline preview(TrainingPlan plan) {
        TrainingSet set = trainingSet(plan, Optional.empty(), new UnreadablePictures());
        int batch = plan.findsBatch() ? DEFAULT_BATCH : plan.batch();
        return pipeline(plan, Math.min(batch, set.size()), set);
    }

    /** As many as mosaics choose from, and those of the batches ahead; fewer where the heap is small. */
    private int recentPictures(TrainingPlan plan) {
        int batch = plan.findsBatch() ? DEFAULT_BATCH : plan.batch();
        long fitting = (long) (HEAP_SHARE / 2 * Runtime.getRuntime().maxMemory() / pictureBytes(plan));
        long wanted = (long) DrawSettings.recentPictures(training.size(), batch) + RECENT_BATCHES * batch;
        return (int) Math.max(1, Math.min(wanted, fitting));
    }

    private static long pictureBytes(TrainingPlan plan) {
        return 3L * plan.imageSize() * plan.imageSize();
    }

    /** The validation pictures; on the heap when they need little of it. */
    TrainingSet validationSet(TrainingPlan plan, UnreadablePictures unreadable) {
        return new TrainingSet(
                validation, cache(validation, plan, Optional.empty(), PictureCache.Place.RAM), unreadable);
    }

    private static PictureCache cache(
            List<ImageRecord> images, TrainingPlan plan, Optional<Path> folder, PictureCache.Place place) {
        List<Path> files = images.stream().map(ImageRecord::file).toList();
        PictureCache reading = PictureCache.reading(files, plan.imageSize());
        long bytes = pictureBytes(plan) * images.size();
        boolean fitsHeap = bytes < HEAP_SHARE / 2 * Runtime.getRuntime().maxMemory();
        return switch (place) {
            case RAM -> fitsHeap ? PictureCache.inMemory(reading, images.size()) : reading;
            case DISK -> folder.isPresent() ? PictureCache.onDisk(reading, folder.get()) : reading;
            case NONE -> reading;
        };
    }

    /** Whether {@code cache=ram} will be honoured; if not, the number of pictures it would need to hold. */
    OptionalInt tooManyForRam(TrainingPlan plan) {
        long bytes = pictureBytes(plan) * training.size();
        boolean fits = bytes < HEAP_SHARE / 2 * Runtime.getRuntime().maxMemory();
        return plan.cache() != PictureCache.Place.RAM || fits ? OptionalInt.empty() : OptionalInt.of(training.size());
    }
}
