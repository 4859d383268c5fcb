package org.posewright.annotations.save;

import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.model.ImageKey;

/**
 * What a save would do, for a preview.
 *
 * @param files label files that would be written, in order
 * @param images what would change, picture by picture
 * @param diskChanges files that somebody else changed since they were read; they are not in {@code files}
 * @param unsavable pictures that cannot be written, with the reason
 */
public record SavePlan(
        List<Path> files, List<ImageDifference> images, List<DiskChange> diskChanges, List<Unsavable> unsavable) {

    /** What would change in one picture. */
    public record ImageDifference(ImageKey image, Path file, List<PersonDifference> people) {
        public ImageDifference {
            people = List.copyOf(people);
        }
    }

    /** A picture whose edits stay in the journal because its labels have no place or were not readable. */
    public record Unsavable(ImageKey image, String reason) {}

    public SavePlan {
        files = List.copyOf(files);
        images = List.copyOf(images);
        diskChanges = List.copyOf(diskChanges);
        unsavable = List.copyOf(unsavable);
    }

    public boolean isEmpty() {
        return files.isEmpty() && diskChanges.isEmpty() && unsavable.isEmpty();
    }
}
