package org.posewright.app.training;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.posewright.annotations.convert.ExportOptions;
import org.posewright.annotations.convert.PictureTransfer;
import org.posewright.annotations.convert.YoloExport;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * The labels that a run is to use, unsaved edits included, as a dataset of two splits {@code train} and {@code val} whose pictures
 * are links.
 *
 * @param dataset every picture has a file name of its own
 * @param origins key in the snapshot to key in the dataset that was open
 */
public record TrainingSnapshot(Dataset dataset, Map<ImageKey, ImageKey> origins) {

    public static final String TRAIN = "train";
    public static final String HELD_OUT = "val";

    /** Gives both parts file names of their own. */
    public static TrainingSnapshot of(Dataset frame, List<ImageRecord> training, List<ImageRecord> heldOut) {
        Set<String> taken = new HashSet<>();
        Map<ImageKey, ImageKey> origins = new HashMap<>();
        List<ImageRecord> images = new ArrayList<>();
        training.forEach(image -> images.add(renamed(image, TRAIN, taken, origins)));
        heldOut.forEach(image -> images.add(renamed(image, HELD_OUT, taken, origins)));
        Dataset dataset = new Dataset(frame.name(), frame.root(), frame.skeleton(), frame.categoryNames(), images);
        return new TrainingSnapshot(dataset, origins);
    }

    private static ImageRecord renamed(
            ImageRecord image, String split, Set<String> taken, Map<ImageKey, ImageKey> origins) {
        String name = image.key().fileName();
        String wanted = name;
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        for (int number = 2;
                !taken.add(split + "/" + wanted.substring(0, Math.max(1, wanted.lastIndexOf('.'))));
                number++) {
            wanted = name.substring(0, dot) + "_" + number + name.substring(dot);
        }
        ImageKey key = new ImageKey("images/" + split + "/" + wanted);
        origins.put(key, image.key());
        return new ImageRecord(key, image.file(), split, image.size(), image.cocoId(), image.people());
    }

    /** Writes it; links where the system allows them. */
    public void write(Path folder, ProgressListener progress, CancellationToken token) throws IOException {
        ExportOptions options = ExportOptions.DEFAULT
                .withDigits(ExportOptions.Digits.ALL)
                .withPictures(PictureTransfer.REFERENCE)
                .overwriting();
        YoloExport export = new YoloExport(new AtomicFiles());
        try {
            export.export(dataset, folder, options, progress, token);
        } catch (FileSystemException | UnsupportedOperationException noSymbolicLinks) {
            export.export(dataset, folder, options.withPictures(PictureTransfer.HARD_LINK), progress, token);
        }
    }

    /**
     * The yaml of a snapshot in a folder.
     *
     * @throws IOException if it was never finished
     */
    public static Path yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IOException(folder + " holds no complete label snapshot; start a new run instead"));
        }
    }
}
