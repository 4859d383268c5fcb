package org.posewright.annotations.save;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.edit.UnsavedImage;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Finds out what a save would do; made on the store's thread, run on any other. */
public final class PlanJob {

    private final List<UnsavedImage> images;
    private final Dataset shown;
    private final LabelFormats formats;

    PlanJob(List<UnsavedImage> images, Dataset shown, LabelFormats formats) {
        this.images = images;
        this.shown = shown;
        this.formats = formats;
    }

    /**
     * Compares people with those in the files and the files with what was read.
     *
     * @throws IOException if a label file exists and cannot be read
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public SavePlan run(ProgressListener progress, CancellationToken token) throws IOException {
        List<Path> files = new ArrayList<>();
        List<SavePlan.ImageDifference> differences = new ArrayList<>();
        List<DiskChange> diskChanges = new ArrayList<>();
        List<SavePlan.Unsavable> unsavable = new ArrayList<>();
        int done = 0;
        for (Map.Entry<Optional<Path>, List<PlannedImage>> group :
                formats.origins().byFile(images).entrySet()) {
            token.throwIfCancelled();
            List<PlannedImage> planned = group.getValue();
            if (group.getKey().isEmpty()) {
                planned.forEach(image ->
                        unsavable.add(new SavePlan.Unsavable(image.key(), LabelOrigins.reason(image.origin()))));
            } else {
                Path file = group.getKey().get();
                Optional<DiskChange> change = formats.of(planned.get(0).origin(), shown)
                        .diskChange(file, planned, new LabelFileFormat.Work(ProgressListener.NONE, token));
                change.ifPresentOrElse(diskChanges::add, () -> files.add(file));
                planned.forEach(image -> differences.add(difference(image, file)));
            }
            done += planned.size();
            progress.progress(done, images.size(), "comparing labels");
        }
        return new SavePlan(files, differences, diskChanges, unsavable);
    }

    private static SavePlan.ImageDifference difference(PlannedImage image, Path file) {
        return new SavePlan.ImageDifference(
                image.key(),
                file,
                PersonDifference.between(
                        image.labels().inFile(), image.labels().current().people()));
    }
}
