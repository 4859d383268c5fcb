package org.posewright.annotations.save;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageOrigin;

/**
 * What a save has done.
 *
 * @param written files that hold the edits now
 * @param diskChanges files that were left alone because somebody else changed them
 * @param failures files that could not be written, with the reason; they are as they were
 * @param remarks values that a format could not hold as they are
 * @param origins where the labels of the written pictures come from now
 */
public record SaveOutcome(
        List<Path> written,
        List<DiskChange> diskChanges,
        List<Failure> failures,
        List<String> remarks,
        Map<ImageKey, ImageOrigin> origins) {

    /** A file that could not be written; the message is a sentence for the person at the screen. */
    public record Failure(Path file, String message) {}

    public SaveOutcome {
        written = List.copyOf(written);
        diskChanges = List.copyOf(diskChanges);
        failures = List.copyOf(failures);
        remarks = List.copyOf(remarks);
        origins = Map.copyOf(origins);
    }

    /** Whether everything that was to be saved is in its file. */
    public boolean isComplete() {
        return diskChanges.isEmpty() && failures.isEmpty();
    }
}
