package org.posewright.annotations.save;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** How labels of one format are compared with their file and written to it. */
interface LabelFileFormat {

    /** What a written file holds now. */
    record Written(
            LabelVersion version,
            List<WrittenImage> images,
            Map<ImageKey, ImageOrigin> origins,
            List<String> remarks) {}

    /** Hears which content a file is about to get, just before it gets it. */
    @FunctionalInterface
    interface Announcement {
        void writing(LabelVersion version, List<WrittenImage> images) throws IOException;
    }

    /** How the file differs from what was read; empty when it is the same. */
    Optional<DiskChange> diskChange(Path file, List<PlannedImage> images, Work work) throws IOException;

    /**
     * Writes the people of some pictures into their file.
     *
     * @throws org.posewright.annotations.storage.FileChangedException if the file is not what was read
     */
    Written write(Path file, List<PlannedImage> images, Announcement announcement, Work work) throws IOException;

    /** Progress and cancellation of the job. */
    record Work(ProgressListener progress, CancellationToken token) {}
}
