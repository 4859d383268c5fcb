package org.posewright.annotations.save;

import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.source.LoadedImage;

/**
 * A label file that somebody else changed since it was read. {@link EditableDataset#reread} takes it in.
 *
 * @param theirs the pictures that differ from what is shown, as the file holds them now
 */
public record DiskChange(Path file, List<LoadedImage> theirs) {

    public DiskChange {
        theirs = List.copyOf(theirs);
    }
}
